"""Actions that change what is shown, or leave."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from annotator.errors import UsageError
from annotator.model import BlockKind
from annotator.text.plurals import counted

if TYPE_CHECKING:
    from annotator.tui.screens.reader import ReaderScreen


def _clutter(reader: "ReaderScreen") -> None:
    clutter = not reader.here.clutter
    for document in reader.session.spread.documents:
        document.show_clutter(clutter)
    reader.say("clutter is shown" if clutter else "clutter is hidden")


def _classify(reader: "ReaderScreen") -> None:
    from annotator.tui.screens.chooser import Choice, ChooserScreen

    block = reader.here.block
    if block is None:
        raise UsageError("no block under the cursor")
    choices = [Choice(kind, kind[0], kind, "", "grey") for kind in BlockKind]
    why = f" ({block.reason})" if block.reason else ""

    def done(kind: str | None) -> None:
        if kind is not None:
            reader.attempt(lambda: reader.session.classify(BlockKind(kind)))

    heading = f"This block is {block.kind}{why}; make it"
    reader.app.push_screen(ChooserScreen(heading, choices, block.kind), done)


def _strength(step: float) -> "Callable[[ReaderScreen], None]":
    def change(reader: "ReaderScreen") -> None:
        weakest = round(min(1.0, max(0.0, reader.here.weakest + step)), 1)
        for document in reader.session.spread.documents:
            document.filter(weakest, document.muted)
        reader.say(
            f"suggestions of strength {weakest:.1f} and more" if weakest else "all suggestions"
        )

    return change


def _detectors(reader: "ReaderScreen") -> None:
    from annotator.tui.screens.detectors import DetectorsScreen

    names = {s.detector for d in reader.session.spread.documents for s in d.suggestions.values()}
    if not names:
        raise UsageError("no detector suggested anything here")

    def done(muted: frozenset[str] | None) -> None:
        if muted is not None:
            for document in reader.session.spread.documents:
                document.filter(document.weakest, muted)
        reader.update()

    reader.app.push_screen(DetectorsScreen(sorted(names), reader.here.muted), done)


def _guideline(reader: "ReaderScreen") -> None:
    from annotator.tui.screens.guideline import GuidelineScreen

    current = reader.here.current
    chosen = f"{current.layer}.{current.label}" if current else ""
    reader.app.push_screen(GuidelineScreen(reader.session.scheme, chosen))


def _help(reader: "ReaderScreen") -> None:
    current = reader.here.current
    label = reader.session.labels.get(f"{current.layer}.{current.label}") if current else None
    reader.annotator_app.open_help("reader", label)


def _follow(reader: "ReaderScreen") -> None:
    lock = reader.scroll_lock
    lock.on = not lock.on
    reader.say("the other article scrolls along" if lock.on else "articles scroll alone")


def _compare(action: str) -> "Callable[[ReaderScreen], None]":
    def do(reader: "ReaderScreen") -> None:
        from annotator.tui.commands import comparing  # the first frame needs none of it

        comparing.COMMANDS[action](reader)

    return do


def _done(reader: "ReaderScreen") -> None:
    if not reader.here.done and (missing := reader.session.missing()):
        keys = reader.annotator_app.keys
        told = [f"with {keys[f'{k}_labels']}: {', '.join(names)}" for k, names in missing.items()]
        raise UsageError(f"still to set {'; '.join(told)}")
    undecided = len(reader.here.suggested)
    if not reader.session.done():
        reader.say("not done any more")
        return
    done = f"done, with {counted(undecided, 'suggestions')} still open" if undecided else "done"
    left = [d for d in reader.session.spread.documents if not d.done]
    if left:
        reader.session.spread.go_to(left[0].article.id, left[0].position)
        reader.say(f"{done}; on to the next article")
    else:
        finished = reader.session.spread
        reader.open_story(1)
        went_on = reader.session.spread is not finished
        reader.say(f"{done}; {'on to the next' if went_on else 'that was the last'} story")


def _reload(reader: "ReaderScreen") -> None:
    reader.session.reload()
    reader.say("read again")


COMMANDS: "dict[str, Callable[[ReaderScreen], None]]" = {
    "clutter": _clutter,
    "classify_block": _classify,
    "weaker": _strength(-0.1),
    "stronger": _strength(0.1),
    "detectors": _detectors,
    "guideline": _guideline,
    "follow": _follow,
    "theme": lambda reader: reader.annotator_app.turn_theme(),
    "reload": _reload,
    "relink": _compare("relink"),
    "facts": _compare("facts"),
    "arrange": _compare("arrange"),
    "queue": lambda reader: reader.annotator_app.stories.turn_queue(),
    "previous_story": lambda reader: reader.open_story(-1),
    "next_story": lambda reader: reader.open_story(1),
    "next_needing": lambda reader: reader.open_needing(),
    "done": _done,
    "statistics": lambda reader: reader.annotator_app.open_statistics(),
    "search_corpus": lambda reader: reader.annotator_app.open_search(),
    "help": _help,
    "palette": lambda reader: reader.app.action_command_palette(),
    "back": lambda reader: reader.leave(),
}
