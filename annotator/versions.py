"""Annotations carried over from an article to an edited version of it."""

from dataclasses import dataclass
from typing import Literal, TypeAlias

from annotator.desk import Act, Desk
from annotator.errors import UsageError
from annotator.model import Annotation, Layer, Span
from annotator.text.carry import carried

Fate: TypeAlias = Literal["same place", "moved", "lost", "there already", "not in the scheme"]


@dataclass(frozen=True, slots=True)
class Carried:
    """What became of one annotation; `place` is where it is in the new version."""

    annotation: Annotation
    fate: Fate
    place: Span | None


def carry(desk: Desk, old: str, new: str, *, dry_run: bool) -> list[Carried]:
    """Label in article `new` what the desk's annotator labelled in `old`; those stay as they are.

    Each carried annotation says in its note where it comes from. Sentence and article labels are
    carried too, unless the sentence is gone; so is not what the scheme in use has no room for.
    """
    before, after = desk.article(old), desk.article(new)
    held = desk.own(old)
    placed = [a for a in held if a.start is not None and a.end is not None]
    spans = [Span(a.start or 0, a.end or 0) for a in placed]
    found = dict(zip((a.id for a in placed), carried(before.text, after.text, spans), strict=True))
    present = {_key(a, a.start, a.end) for a in desk.own(new)}
    result = []
    for annotation in held:
        place = found.get(annotation.id)
        fate = _fate(annotation, place, present) if _fits(desk, annotation) else "not in the scheme"
        result.append(Carried(annotation, fate, place))
        if fate in ("same place", "moved") and not dry_run:
            act = _label(desk, new, annotation, place)
            desk.note(act.standing.subject, _note(annotation, old)).saved.result()
    return result


def _fits(desk: Desk, annotation: Annotation) -> bool:
    try:
        desk.scheme.label(annotation.layer, annotation.label).check(annotation.attributes)
    except UsageError:
        return False
    return True


def _fate(annotation: Annotation, place: Span | None, present: set[tuple[object, ...]]) -> Fate:
    where = (place.start, place.end) if place else (None, None)
    if place is None and annotation.layer is not Layer.ARTICLE:
        return "lost"
    if _key(annotation, *where) in present:
        return "there already"
    return "same place" if where == (annotation.start, annotation.end) else "moved"


def _key(annotation: Annotation, start: int | None, end: int | None) -> tuple[object, ...]:
    return (annotation.layer, annotation.label, start, end)


def _label(desk: Desk, article: str, annotation: Annotation, place: Span | None) -> Act:
    label, attributes = annotation.label, annotation.attributes
    if annotation.layer is Layer.ARTICLE:
        return desk.label_article(article, label, attributes)
    if place is None:
        raise UsageError(f"annotation {annotation.id} has no place in article {article}")
    if annotation.layer is Layer.SENTENCE:
        sentence = desk.sentence(article, place.start)
        return desk.label_sentence(article, sentence, label, attributes)
    return desk.label(article, place.start, place.end, label, attributes)


def _note(annotation: Annotation, old: str) -> str:
    return "\n".join(filter(None, (annotation.note, f"carried over from article {old}")))
