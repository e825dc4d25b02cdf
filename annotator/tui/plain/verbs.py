"""What each action of the keymap does in the dialogue, and the words it adds to them."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from annotator.errors import UsageError
from annotator.keymap import ACTIONS, shown
from annotator.model import BlockKind, Layer, Place, Span
from annotator.scheme import Label
from annotator.tui.document import Document
from annotator.tui.marks import of_annotation
from annotator.tui.plain import asking, spoken

if TYPE_CHECKING:
    from annotator.tui.plain.dialogue import Dialogue

Verb = Callable[["Dialogue"], None]


# labels -----------------------------------------------------------------------------------------


def label(dialogue: "Dialogue", chosen: Label, words: str) -> None:
    """Label words of the sentence; without words the mark that was said last, else ask for them."""
    here, told = dialogue.here, dialogue.told
    if not words and told is None:
        words = dialogue.ask(f"Which words are {spoken.lowered(chosen.name)}?")
    if words:
        place = dialogue.place_of(words)
        if told is None or place != (told.start, told.end):
            here.select_span(place)
    try:
        made = dialogue.session.label(chosen.id)
    finally:
        here.select(None)
    _take(dialogue, made.id)
    dialogue.say(f"labelled {spoken.lowered(chosen.name)}: “{made.quote}”")
    if chosen.missing(made.attributes):
        _attributes(dialogue)


def _take(dialogue: "Dialogue", annotation: str) -> None:
    """Make an annotation just made the mark that verbs act on."""
    mark = of_annotation(dialogue.here.annotations[annotation])
    if mark is not None:
        dialogue.here.focus(mark)
    dialogue.told = mark


def _accept(dialogue: "Dialogue") -> None:
    if dialogue.told is None or not dialogue.told.suggested:
        raise UsageError("no suggestion was said last", "n goes to the next one.")
    made = dialogue.session.accept()
    _take(dialogue, made.id)
    name = spoken.named(dialogue.session, made.layer, made.label)
    dialogue.say(f"accepted {name}: “{made.quote}”")


def _reject(dialogue: "Dialogue") -> None:
    told = dialogue.told
    if told is None:
        raise UsageError("no suggestion or label was said last", "n or m goes to the next one.")
    quote = dialogue.here.article.quote(Span(told.start, told.end))
    dialogue.say(f"{dialogue.session.reject()}: “{quote}”")
    dialogue.told = None


def _move(dialogue: "Dialogue") -> None:
    annotation = dialogue.annotation()
    place = dialogue.place_of(dialogue.ask("Which words instead?"))
    dialogue.session.do(dialogue.desk.move(annotation.id, *place))
    _take(dialogue, annotation.id)
    dialogue.say(f"moved to “{dialogue.here.article.quote(place)}”")


def _attributes(dialogue: "Dialogue") -> None:
    annotation = dialogue.annotation()
    key = f"{annotation.layer}.{annotation.label}"
    found = dialogue.session.labels.get(key)
    if found is None or not found.attributes:
        raise UsageError(f"{annotation.label} has no attributes")
    held = {**dialogue.session.last_values.get(key, {}), **annotation.attributes}
    dialogue.session.set_values(annotation, asking.values(dialogue, found, held))
    now = dialogue.here.annotations[annotation.id]
    dialogue.say(f"{found.name}, {', '.join(spoken.values(dialogue.session, now))}")


def _note(dialogue: "Dialogue") -> None:
    annotation = dialogue.annotation()
    about = annotation.quote or annotation.label
    text = asking.text(dialogue, f"Note on “{about}”?", annotation.note)
    if text == annotation.note:
        dialogue.say("The note stays as it was.")
        return
    dialogue.session.note(annotation.id, text)
    dialogue.say(f"note: {text}" if text else "The note is gone.")


def _link(dialogue: "Dialogue") -> None:
    dialogue.annotation()
    session = dialogue.session
    source, target = session.link_ends()
    labels = session.scheme.layer(Layer.LINK)
    if not labels:
        raise UsageError("this scheme has no labels for links")
    ends = " with ".join(f"“{session.quote(end)}”" for end in (source, target))
    chosen = asking.choose(dialogue, f"Link {ends} as", [k.name for k in labels])
    if chosen is not None:
        session.do(dialogue.desk.link(source, target, labels[chosen].id))
        dialogue.say(f"linked {ends}")


def _whole(layer: Layer) -> Verb:
    def ask_labels(dialogue: "Dialogue") -> None:
        if not dialogue.session.scheme.layer(layer):
            raise UsageError(f"this scheme has no labels for the {layer}")
        dialogue.told = None
        asking.whole(dialogue, layer)

    return ask_labels


def _save_again(dialogue: "Dialogue") -> None:
    if not dialogue.desk.unsaved:
        raise UsageError("everything is saved")
    dialogue.session.save_again()


def _turn_back(redo: bool) -> Verb:
    return lambda dialogue: dialogue.session.undo(redo=redo)


# moving -----------------------------------------------------------------------------------------


def _moving(move: Callable[[Document], None], end: str) -> Verb:
    """Move within the article and read the sentence there; say `end` when nothing moved."""

    def go(dialogue: "Dialogue") -> None:
        before = dialogue.here.sentence
        move(dialogue.here)
        if dialogue.here.sentence == before:
            dialogue.say(end)
        dialogue.read()

    return go


def _previous_sentence(document: Document) -> None:
    """To the start of the sentence before this one, wherever in this one the place is."""
    if document.sentence is not None:
        document.move_to(document.article.sentences[document.sentence].start)
    document.move_sentences(-1)


def _other_article(step: int) -> Verb:
    def turn(dialogue: "Dialogue") -> None:
        if len(dialogue.session.spread.documents) < 2:
            raise UsageError("this story has one article only")
        dialogue.session.spread.turn(step)
        dialogue.arrive()

    return turn


def _counterpart(dialogue: "Dialogue") -> None:
    if not dialogue.session.spread.jump():
        raise UsageError("this sentence has no counterpart")
    dialogue.arrive()


def _tie(dialogue: "Dialogue") -> None:
    dialogue.say(dialogue.session.tie())


def _read_on(dialogue: "Dialogue") -> None:
    here = dialogue.here
    before = None
    while here.sentence != before:
        dialogue.read()
        before = here.sentence
        here.move_sentences(1)


def _step(step: int, suggested: bool) -> Verb:
    def go(dialogue: "Dialogue") -> None:
        here = dialogue.here
        marks = here.suggested if suggested else here.annotated
        unheard = here.current if dialogue.told is None and step > 0 else None
        if unheard is not None and unheard.suggested == suggested:
            dialogue.tell(unheard)
        elif here.step_mark(marks, step) and here.current is not None:
            dialogue.tell(here.current)
        else:
            raise UsageError(_none_left(dialogue, step, suggested))

    return go


def _none_left(dialogue: "Dialogue", step: int, suggested: bool) -> str:
    what = "suggestion" if suggested else "label of yours"
    where = "further on" if step > 0 else "before this"
    if suggested and dialogue.here.is_blind:
        return "you read this article without suggestions"
    others = sum(
        len(d.suggested if suggested else d.annotated)
        for d in dialogue.session.spread.documents
        if d is not dialogue.here
    )
    more = f"; {others} in the other articles: tab" if others else ""
    return f"no {what} {where} in this article{more}"


def _cycle(dialogue: "Dialogue") -> None:
    if dialogue.told is not None:
        dialogue.here.cycle()
    current = dialogue.here.current
    if current is None:
        dialogue.read()
    else:
        dialogue.tell(current)


def search(dialogue: "Dialogue", words: str) -> None:
    """Go to the next place of the story that holds `words`, or that held the last ones."""
    finder = dialogue.finder
    if words:
        finder.search(words)
    if not finder.hits:
        raise UsageError(f"“{words}” is nowhere in this story" if words else "search for what?")
    before = dialogue.here
    finder.step(1)
    dialogue.say(f"“{finder.words}”, hit {finder.index + 1} of {len(finder.hits)}")
    if dialogue.here is before:
        dialogue.read()
    else:
        dialogue.arrive()


# stories ----------------------------------------------------------------------------------------


def _story(step: int) -> Verb:
    def go(dialogue: "Dialogue") -> None:
        ids = [row.id for row in dialogue.rows()]
        at = ids.index(dialogue.session.spread.story.id) + step
        if not 0 <= at < len(ids):
            raise UsageError("that was the last story" if step > 0 else "this is the first story")
        dialogue.enter(Place(ids[at], "", 0))

    return go


def _next_needing(dialogue: "Dialogue") -> None:
    rows = dialogue.rows()
    at = [row.id for row in rows].index(dialogue.session.spread.story.id)
    for row in (*rows[at + 1 :], *rows[:at]):
        if row.done < row.articles:
            dialogue.enter(Place(row.id, "", 0))
            return
    raise UsageError("no other story needs you")


def _stories(dialogue: "Dialogue") -> None:
    rows = dialogue.rows()
    told = [f"{row.title} ({row.done} of {row.articles} articles done)" for row in rows]
    chosen = asking.choose(dialogue, "Stories:", told, keep="Which one? Enter stays here.")
    if chosen is not None:
        dialogue.enter(Place(rows[chosen].id, "", 0))


def _done(dialogue: "Dialogue") -> None:
    session = dialogue.session
    if not dialogue.here.done and (missing := session.missing()):
        raise UsageError(f"still to set: {', '.join(missing)}", "A sets labels of the article.")
    dialogue.say(
        "This article is done." if session.done() else "This article is not done any more."
    )


def _reload(dialogue: "Dialogue") -> None:
    dialogue.session.reload()
    dialogue.arrive()


# what is said -----------------------------------------------------------------------------------


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
    for action in ACTIONS:
        if keys := dialogue.keys.get(action.id):
            told = _SAID.get(action.id, action.text)
            dialogue.say(f"{' or '.join(shown(key) for key in keys)}: {told}")
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
    "sentence_next": _moving(lambda here: here.move_sentences(1), "That was the last sentence."),
    "sentence_previous": _moving(_previous_sentence, "This is the first sentence."),
    "paragraph_next": _moving(lambda here: here.move_paragraphs(1), "That was the last paragraph."),
    "paragraph_previous": _moving(
        lambda here: here.move_paragraphs(-1), "This is the first paragraph."
    ),
    "top": _moving(lambda here: here.move_to_end(last=False), "This is the first sentence."),
    "bottom": _moving(lambda here: here.move_to_end(last=True), "This is the last sentence."),
    "other_article": _other_article(1),
    "previous_article": _other_article(-1),
    "counterpart": _counterpart,
    "tie": _tie,
    "next_suggestion": _step(1, suggested=True),
    "previous_suggestion": _step(-1, suggested=True),
    "next_annotation": _step(1, suggested=False),
    "previous_annotation": _step(-1, suggested=False),
    "cycle": _cycle,
    "weaker": _strength(-0.1),
    "stronger": _strength(0.1),
    "guideline": _guideline,
    "accept": _accept,
    "reject": _reject,
    "select_sentence": lambda dialogue: dialogue.read(),
    "attributes": _attributes,
    "note": _note,
    "link": _link,
    "article_labels": _whole(Layer.ARTICLE),
    "sentence_labels": _whole(Layer.SENTENCE),
    "story_labels": _whole(Layer.STORY),
    "undo": _turn_back(redo=False),
    "redo": _turn_back(redo=True),
    "save_again": _save_again,
    "clutter": _clutter,
    "classify_block": _classify,
    "reload": _reload,
    "previous_story": _story(-1),
    "next_story": _story(1),
    "next_needing": _next_needing,
    "done": _done,
    "help": _help,
    "back": _quit,
}
"""Action id of the keymap to what it does here; the keys are the reader's."""

WORDS: dict[str, tuple[str, Verb]] = {
    "read": ("read on from here to the end of the article", _read_on),
    "move": ("put the label that was said last on other words of the sentence", _move),
    "stories": ("list the stories and go to one", _stories),
}
"""Commands that no key of the reader stands for: word to help text and what it does."""

_SAID = {
    "cycle": "say what is marked here, then the next mark on the same words",
    "select_sentence": "read the sentence again",
    "help": "these commands",
    "back": "quit",
}
"""Help texts of actions that are a little different in words."""
