"""Who reads what: stories drawn for annotators, balanced, seeded and recorded.

What was given out stays with those who have it, and a later draw gives out what is new or asked
for by more; a draw anew takes back what nobody has begun. The draw also decides, story by story,
which annotator sees suggestions (the arm), and where outlets are masked, in which order she meets
the articles.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from annotator.errors import UsageError
from annotator.model import Arm, derived_id
from annotator.store.writer import Transaction
from annotator.text import naming
from annotator.text.plurals import counted

Load: TypeAlias = tuple[str, int, tuple[str, ...]]
"""A story's id, its words, its outlets."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What is asked of the draw.

    Each story goes to `overlap` annotators; `blind` is the share, in percent, of the stories drawn
    for an annotator that she reads without suggestions; `mask` hides outlets and bylines from
    everybody, and stays unless all is drawn `anew`.
    """

    annotators: tuple[str, ...]
    overlap: int = 1
    blind: int = 0
    mask: bool = False
    seed: int = 0
    anew: bool = False


@dataclass(frozen=True, slots=True)
class Share:
    """What one annotator got, and how many stories she had before and keeps."""

    annotator: str
    stories: int
    words: int
    blind: int
    kept: int


def draw(
    stories: Sequence[Load], plan: Plan, held: Mapping[str, Sequence[Load]] | None = None
) -> dict[str, list[str]]:
    """The stories drawn for each annotator, beside those that she has already (`held`).

    Stories go, the longest first, to the annotators with the fewest words so far; among equals to
    those who have met its outlets least, then as the seed says. Who has a story counts as one of
    those that it goes to. UsageError for a plan that cannot be.
    """
    _check(plan)
    words: Counter[str] = Counter()
    met: defaultdict[str, Counter[str]] = defaultdict(Counter)
    readers: dict[str, set[str]] = {}
    for name, loads in (held or {}).items():
        for story, size, outlets in loads:
            words[name] += size
            met[name].update(outlets)
            readers.setdefault(story, set()).add(name)
    drawn: dict[str, list[str]] = {name: [] for name in plan.annotators}
    for story, size, outlets in sorted(
        stories, key=lambda s: (-s[1], derived_id("draw", plan.seed, s[0]))
    ):
        having = readers.get(story, set())
        order = sorted(
            (name for name in plan.annotators if name not in having),
            key=lambda name: (
                words[name],
                sum(met[name][outlet] for outlet in outlets),
                derived_id("draw", plan.seed, story, name),
            ),
        )
        for name in order[: max(0, plan.overlap - len(having))]:
            drawn[name].append(story)
            words[name] += size
            met[name].update(outlets)
    return drawn


def _check(plan: Plan) -> None:
    names = [naming.tidied(name) for name in plan.annotators]
    twice = [name for name, count in Counter(names).items() if count > 1]
    if twice:
        raise UsageError(f"{twice[0]!r} is named twice", "Name each annotator once.")
    if not names:
        raise UsageError("there is nobody to give stories to", "Name one annotator at least.")
    if not 1 <= plan.overlap <= len(names):
        raise UsageError(
            f"an overlap of {plan.overlap} among {counted(len(names), 'annotators')} cannot be",
            "Each story goes to at least one annotator and at most to all.",
        )


def blind_stories(plan: Plan, annotator: str, stories: Sequence[str]) -> set[str]:
    """The stories among hers that an annotator reads blind: the share asked for, seeded."""
    order = sorted(stories, key=lambda story: derived_id("arm", plan.seed, annotator, story))
    return set(order[: round(len(order) * plan.blind / 100)])


def assign(transaction: Transaction, plan: Plan) -> list[Share]:
    """Draw stories that fewer than `overlap` have, or with `anew` all but those begun; record it.

    UsageError for a plan that cannot be, and where there is no story.
    """
    _check(plan)
    load = transaction.workload()
    if not load:
        raise UsageError("there is no story to assign", "First: annotator add CORPUS FILE...")
    people = {name: transaction.add_annotator(name).id for name in plan.annotators}
    called = {person: name for name, person in people.items()}
    held = {}
    for person in transaction.annotators():
        if plan.anew:
            transaction.withdraw(person.id)
        if person.id in called or not plan.anew:
            hers = transaction.assigned_stories(person.id)
            name = called.get(person.id, person.name)
            held[name] = [one for one in load if one[0] in hers]
    drawn = draw(load, plan, held)
    _record(transaction, plan)
    sizes = {story: words for story, words, _ in load}
    shares = []
    for name, stories in drawn.items():
        blind = _give(transaction, plan, name, people[name], stories)
        words = sum(sizes[story] for story in stories)
        shares.append(Share(name, len(stories), words, blind, len(held[name])))
    return shares


def _give(
    transaction: Transaction, plan: Plan, name: str, person: str, stories: Sequence[str]
) -> int:
    """Assign the stories, with the order and the arm of their articles; how many are blind.

    What she began before it was given to her stays in the arm in which she began it.
    """
    begun = transaction.begun(person)
    fresh = [s for s in stories if begun.isdisjoint((s, *transaction.story(s).articles))]
    blind = blind_stories(plan, name, fresh)
    for story in stories:
        articles = transaction.story(story).articles
        if plan.mask:
            articles = tuple(
                sorted(articles, key=lambda a: derived_id("order", plan.seed, person, a))
            )
        transaction.assign(person, story, articles)
        for article in articles if story in fresh else ():
            transaction.set_arm(person, article, Arm.BLIND if story in blind else Arm.ASSISTED)
    return len(blind)


def _record(transaction: Transaction, plan: Plan) -> None:
    """Keep what was asked of this draw, after the draws before it that still hold."""
    masked = plan.mask or (not plan.anew and transaction.setting("mask") == "yes")
    transaction.set_setting("mask", "yes" if masked else "no")
    asked = f"seed {plan.seed}, overlap {plan.overlap}, blind {plan.blind}%"
    before = transaction.setting("draw")
    transaction.set_setting("draw", f"{before}; {asked}" if before and not plan.anew else asked)
