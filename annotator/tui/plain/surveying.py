"""Verbs about more than the place one is at: the corpus searched and counted, facts, detectors."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from annotator.errors import UsageError
from annotator.model import Place
from annotator.text.plurals import counted
from annotator.text.safe import one_line
from annotator.tui.plain import asking, spoken

if TYPE_CHECKING:
    from annotator.facttable import FactRow
    from annotator.tui.plain.dialogue import Dialogue

MOST = 20
"""So many places are named at once; more nobody listens to."""


def _search(dialogue: "Dialogue") -> None:
    filters = "outlet:NAME, label:ID, by:NAME and is:open narrow it"
    question = dialogue.ask(f"Search the corpus for which words? {filters}.")
    found = dialogue.project.search(dialogue.desk.annotator.id, question) if question else []
    places = [Place(one.story, one.article, one.position) for one in found]
    told = [
        f"{one.what}, {one.outlet or one_line(one.title, 40)}: {one.note and f'note: {one.note}; '}"
        f"{one_line(one.before + one.quote + one.after, 100)}"
        for one in found
    ]
    _choose_place(dialogue, f"{len(found)} found.", places, told)


def _queue(dialogue: "Dialogue") -> None:
    waiting = dialogue.project.queue(dialogue.desk.annotator.name)
    places = [Place(one.story, one.article, one.span.start) for one in waiting]
    told = [
        one_line(dialogue.desk.article(one.article).quote(one.span), 80) for one in waiting[:MOST]
    ]
    _choose_place(dialogue, "Sentences whose decisions teach most.", places, told)


def _choose_place(dialogue: "Dialogue", heading: str, places: list[Place], told: list[str]) -> None:
    """Name the first places and go to the one that is chosen."""
    if not places:
        raise UsageError("there is no such place")
    more = f" The first {MOST}:" if len(places) > MOST else ""
    chosen = asking.choose(
        dialogue, f"{heading}{more}", told[:MOST], keep="Which one? Enter stays here."
    )
    if chosen is not None:
        dialogue.enter(places[chosen])


def _facts(dialogue: "Dialogue") -> None:
    """Say who tells which fact, in reading order; those that several tell first."""
    from annotator import facttable  # loads the tokeniser

    opened = dialogue.desk.open_story(dialogue.session.spread.story.id)
    verdicts = (verdict for page in opened.pages for verdict in page.decisions.items())
    table = facttable.fact_table(opened, {held for held, said in verdicts if said == "rejected"})
    shared = [row for row in table.rows if row.tellers > 1]
    dialogue.say(f"{counted(len(shared), 'facts')} told by several:")
    for number, row in enumerate(shared, 1):
        dialogue.say(f"{number}: {_fact(row, table.columns)}")
    for column, outlet in enumerate(table.columns):
        alone = [row for row in table.rows if row.tellers == 1 and row.cells[column]]
        dialogue.say(f"{counted(len(alone), 'facts')} told by {outlet} alone.")


def _fact(row: "FactRow", columns: Iterable[str]) -> str:
    return " ".join(
        f"{outlet}: {' '.join(telling.text for telling in cell)}"
        for outlet, cell in zip(columns, row.cells, strict=True)
        if cell
    )


def _statistics(dialogue: "Dialogue") -> None:
    stats = dialogue.project.stats(dialogue.desk.annotator.name)
    corpus = ", ".join(counted(number, what) for what, number in stats["corpus"].items())
    dialogue.say(f"Corpus: {corpus}.")
    for person in stats["annotators"]:
        own = [counted(number, f"{layer} labels") for layer, number in person["labels"].items()]
        own.append(f"{counted(person['done'], 'articles')} done")
        own.append(f"{counted(person['undecided'], 'suggestions')} open")
        dialogue.say(f"{person['name']}: {', '.join(own)}.")
    for row in stats["labels"]:
        name = next(
            (k.name for k in dialogue.session.scheme.labels if k.id == row["label"]), row["label"]
        )
        dialogue.say(f"{name}: {sum(row['counts'].values())}.")


def _detectors(dialogue: "Dialogue") -> None:
    documents = dialogue.session.spread.documents
    names = sorted({s.detector for d in documents for s in d.suggestions.values()})
    if not names:
        raise UsageError("no detector suggested anything here")
    dialogue.told = None
    while True:
        muted = dialogue.here.muted
        told = [f"{name} ({'off' if name in muted else 'on'})" for name in names]
        keep = "Which one to switch? Enter leaves."
        chosen = asking.choose(dialogue, "Detectors:", told, keep=keep)
        if chosen is None:
            dialogue.say(f"{spoken.to_decide(dialogue.here)}.")
            return
        for document in documents:
            document.filter(document.weakest, muted ^ {names[chosen]})


VERBS: "dict[str, Callable[[Dialogue], None]]" = {
    "search_corpus": _search,
    "queue": _queue,
    "facts": _facts,
    "statistics": _statistics,
    "detectors": _detectors,
}
"""Action id of the keymap to what it does here."""
