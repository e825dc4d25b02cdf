"""Who reads what: stories drawn for annotators, balanced, seeded and recorded.

The draw also decides, story by story, which annotator sees suggestions (the arm), and where outlets
are masked, in which order she meets the articles.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from annotator.errors import UsageError
from annotator.model import Arm, derived_id
from annotator.store.writer import Transaction


@dataclass(frozen=True, slots=True)
class Plan:
    """What is asked of the draw.

    Each story goes to `overlap` annotators; `blind` is the share, in percent, of an annotator's
    stories that she reads without suggestions; `mask` hides outlets and bylines from everybody.
    """

    annotators: tuple[str, ...]
    overlap: int = 1
    blind: int = 0
    mask: bool = False
    seed: int = 0


@dataclass(frozen=True, slots=True)
class Share:
    """What one annotator got."""

    annotator: str
    stories: int
    words: int
    blind: int


def draw(stories: Sequence[tuple[str, int, tuple[str, ...]]], plan: Plan) -> dict[str, list[str]]:
    """The stories of each annotator; `stories` are (id, words, outlets).

    Stories go, the longest first, to the annotators with the fewest words so far; among equals to
    those who have met its outlets least, then as the seed says.
    """
    if not 1 <= plan.overlap <= len(plan.annotators):
        raise UsageError(
            f"an overlap of {plan.overlap} among {len(plan.annotators)} annotators cannot be",
            "Each story goes to at least one annotator and at most to all.",
        )
    words: Counter[str] = Counter()
    met: dict[str, Counter[str]] = {name: Counter() for name in plan.annotators}
    drawn: dict[str, list[str]] = {name: [] for name in plan.annotators}
    for story, size, outlets in sorted(
        stories, key=lambda s: (-s[1], derived_id("draw", plan.seed, s[0]))
    ):
        order = sorted(
            plan.annotators,
            key=lambda name: (
                words[name],
                sum(met[name][outlet] for outlet in outlets),
                derived_id("draw", plan.seed, story, name),
            ),
        )
        for name in order[: plan.overlap]:
            drawn[name].append(story)
            words[name] += size
            met[name].update(outlets)
    return drawn


def blind_stories(plan: Plan, annotator: str, stories: Sequence[str]) -> set[str]:
    """The stories among hers that an annotator reads blind: the share asked for, seeded."""
    order = sorted(stories, key=lambda story: derived_id("arm", plan.seed, annotator, story))
    return set(order[: round(len(order) * plan.blind / 100)])


def assign(transaction: Transaction, plan: Plan) -> list[Share]:
    """Draw and record; earlier assignments of the same annotator to other stories stay."""
    load = transaction.workload()
    sizes = {story: words for story, words, _ in load}
    shares = []
    for name, stories in draw(load, plan).items():
        person = transaction.add_annotator(name)
        blind = blind_stories(plan, name, stories)
        for story in stories:
            articles = transaction.story(story).articles
            if plan.mask:
                articles = tuple(
                    sorted(articles, key=lambda a: derived_id("order", plan.seed, person.id, a))
                )
            transaction.assign(person.id, story, articles)
            for article in articles:
                arm = Arm.BLIND if story in blind else Arm.ASSISTED
                transaction.set_arm(person.id, article, arm)
        words = sum(sizes[story] for story in stories)
        shares.append(Share(name, len(stories), words, len(blind)))
    transaction.set_setting("mask", "yes" if plan.mask else "no")
    transaction.set_setting(
        "draw", f"seed {plan.seed}, overlap {plan.overlap}, blind {plan.blind}%"
    )
    return shares
