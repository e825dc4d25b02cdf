"""The commands of the dialogue: actions of the keymap under their keys, and a few words more."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from annotator.errors import UsageError
from annotator.keymap import ACTIONS
from annotator.model import BlockKind, Layer, Place
from annotator.text.plurals import counted
from annotator.tui.plain import asking, labelling, moving, spoken, surveying

if TYPE_CHECKING:
    from annotator.tui.plain.dialogue import Dialogue

Verb = Callable[["Dialogue"], None]


def _story(step: int) -> Verb:
    def go(dialogue: "Dialogue") -> None:
        rows = dialogue.rows()
        at = dialogue.number(rows) + step
        if not 0 <= at < len(rows):
            raise UsageError("that was the last story" if step > 0 else "this is the first story")
        dialogue.enter(Place(rows[at].id, "", 0))

    return go


def _next_needing(dialogue: "Dialogue") -> None:
    rows = dialogue.rows()
    at = dialogue.number(rows)
    for row in (*rows[at + 1 :], *rows[: max(at, 0)]):
        if row.done < row.articles:
            dialogue.enter(Place(row.id, "", 0))
            return
    raise UsageError("no other story needs you")


def _stories(dialogue: "Dialogue") -> None:
    rows = dialogue.rows()
    told = [f"{row.title} ({row.done} of {counted(row.articles, 'articles')} done)" for row in rows]
    chosen = asking.choose(dialogue, "Stories:", told, keep="Which one? Enter stays here.")
    if chosen is not None:
        dialogue.enter(Place(rows[chosen].id, "", 0))


def _done(dialogue: "Dialogue") -> None:
    session = dialogue.session
    if not dialogue.here.done and (missing := session.missing()):
        names = [name for held in missing.values() for name in held]
        hint = "A sets labels of the article, E of the story."
        raise UsageError(f"still to set: {', '.join(names)}", hint)
    undecided = len(dialogue.here.suggested)
    if not session.done():
        dialogue.say("This article is not done any more.")
    elif undecided:
        dialogue.say(f"This article is done, with {counted(undecided, 'suggestions')} still open.")
    else:
        dialogue.say("This article is done.")


def _reload(dialogue: "Dialogue") -> None:
    dialogue.session.reload()
    dialogue.arrive()


def _clutter(dialogue: "Dialogue") -> None:
    clutter = not dialogue.here.clutter
    for document in dialogue.session.spread.documents:
        document.show_clutter(clutter)
    dialogue.say("Clutter is read too." if clutter else "Clutter is left out.")
    dialogue.read()


def _classify(dialogue: "Dialogue") -> None:
    block = dialogue.here.block
    if block is None:
        raise UsageError("there is no paragraph here")
    why = f", {block.reason}" if block.reason else ""
    kinds = list(BlockKind)
    asked = f"This paragraph is {block.kind}{why}. Make it"
    chosen = asking.choose(dialogue, asked, kinds, keep="Enter leaves it.")
    if chosen is not None:
        dialogue.session.classify(kinds[chosen])
        dialogue.say(f"It is {kinds[chosen]} now.")


def _strength(step: float) -> Verb:
    def change(dialogue: "Dialogue") -> None:
        weakest = round(min(1.0, max(0.0, dialogue.here.weakest + step)), 1)
        for document in dialogue.session.spread.documents:
            document.filter(weakest, document.muted)
        dialogue.told = None
        what = f"Suggestions of strength {weakest:.1f} and more" if weakest else "All suggestions"
        dialogue.say(f"{what}: {spoken.to_decide(dialogue.here)}.")

    return change


def _guideline(dialogue: "Dialogue") -> None:
    scheme, told = dialogue.session.scheme, dialogue.told
    for found in scheme.labels:
        if told is None or (found.layer, found.id) == (told.layer, told.label):
            dialogue.say(spoken.guideline(found))


def _help(dialogue: "Dialogue") -> None:
    dialogue.say("Type a key or the words behind it, then Enter.")
    for action in ACTIONS:
        if keys := dialogue.keys.get(action.id):
            named = [*(spoken.key(key) for key in keys), action.id.replace("_", " ")]
            dialogue.say(f"{' or '.join(named)}: {_SAID.get(action.id, action.text)}")
    for word, (told, _) in WORDS.items():
        dialogue.say(f"{word}: {told}")
    for number, found in enumerate(dialogue.session.scheme.layer(Layer.SPAN), 1):
        key = f"{found.key} or {number}" if found.key else str(number)
        dialogue.say(
            f'{key}, and perhaps "words of the sentence": label {spoken.lowered(found.name)}'
        )
    dialogue.say("slash and words: search in the story; a slash alone: the next place")


def _quit(dialogue: "Dialogue") -> None:
    dialogue.over = True


VERBS: dict[str, Verb] = {
    **moving.VERBS,
    **labelling.VERBS,
    **surveying.VERBS,
    "weaker": _strength(-0.1),
    "stronger": _strength(0.1),
    "guideline": _guideline,
    "clutter": _clutter,
    "classify_block": _classify,
    "reload": _reload,
    "previous_story": _story(-1),
    "next_story": _story(1),
    "next_needing": _next_needing,
    "done": _done,
    "help": _help,
    "back": _quit,
    "quit": _quit,
}
"""Action id of the keymap to what it does here; the keys are the reader's."""

WORDS: dict[str, tuple[str, Verb]] = {
    "read": ("read on from here to the end of the article", moving.read_on),
    "move": ("put the label that was said last on other words of the sentence", labelling.move),
    "stories": ("list the stories and go to one", _stories),
}
"""Commands that no key of the reader stands for: word to help text and what it does."""

_SAID = {
    "cycle": "say what is marked here, then the next mark on the same words",
    "select_sentence": "read the sentence again",
    "describe": "put title, outlet, author, day and address of the article right",
    "facts": "who tells which fact",
    "labels": "choose among all labels",
    "queue": "go to one of the sentences whose decisions teach most",
    "split": "split the label that was said last before a word",
    "help": "these commands",
    "back": "quit",
}
"""Help texts of actions that are a little different in words."""
