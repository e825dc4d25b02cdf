"""Text in, suggestions out: detectors, lexicons, voice, and the one door to spaCy."""

import sys
import traceback
from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import redirect_stdout
from itertools import islice, tee
from typing import NamedTuple

from annotator.detect import asymmetry, nlp, registry, rerank, voice
from annotator.detect.asymmetry import Asymmetry
from annotator.detect.hit import Detector, Findings, Hit, Skipped
from annotator.detect.learn import Model
from annotator.errors import AnnotatorError, MissingExtra, UsageError
from annotator.model import (
    ABOUT,
    Article,
    Block,
    Counterpart,
    Layer,
    Span,
    Suggestion,
    derived_id,
)

__all__ = [
    "Asymmetry",
    "Detector",
    "Findings",
    "Hit",
    "Model",
    "Passage",
    "Skipped",
    "asymmetric",
    "compared",
    "highlight",
    "highlight_all",
    "relearn",
]


class Passage(NamedTuple):
    """A text to highlight: that of the article with this id.

    `sentences` in hidden `blocks`, in bylines and dates are passed over.
    """

    text: str
    article: str
    sentences: Sequence[Span]
    blocks: Sequence[Block] | None = None


def highlight(
    text: str,
    article: str,
    sentences: Sequence[Span],
    *,
    detectors: Iterable[str] | None = None,
    blocks: Sequence[Block] | None = None,
    model: str | None = None,
    learned: Iterable[Model] = (),
) -> Findings:
    """What the detectors propose for one article, as `highlight_all` does for several."""
    passage = Passage(text, article, sentences, blocks)
    return next(highlight_all([passage], detectors=detectors, model=model, learned=learned))


def highlight_all(
    passages: Iterable[Passage],
    *,
    detectors: Iterable[str] | None = None,
    model: str | None = None,
    learned: Iterable[Model] = (),
) -> Iterator[Findings]:
    """What the detectors propose for each article, with reason, strength and voice, in turn.

    `detectors` are names, by default all that need neither a model nor a story; `model` is None for
    plain tokenisation, "en_core_web_sm", or the folder of a spaCy model, which reads several
    articles at once. A `learned` model has the last word on its label: it weighs what the detectors
    found anew, drops what is below its threshold, and adds its own. Raises UsageError for an
    unknown name and MissingExtra for a missing model; a detector that fails is reported in
    `skipped`.
    """
    names = _default() if detectors is None else detectors
    chosen, lessons = [registry.info(name) for name in names], list(learned)
    told, read = tee(passages)
    docs = nlp.read_all(((p.text, _shown(p.sentences, p.blocks)) for p in read), model)
    return (_findings(d, p.article, chosen, lessons) for p, d in zip(told, docs, strict=True))


def _findings(
    doc: nlp.Doc, article: str, chosen: Iterable[registry.DetectorInfo], learned: Iterable[Model]
) -> Findings:
    found: dict[str, Suggestion] = {}
    skipped: list[Skipped] = []
    for choice in chosen:
        try:
            found |= {s.id: s for s in _run(choice, doc, article)}
        except KeyboardInterrupt:
            raise
        except BaseException as error:  # it may be anybody's, and end the program
            skipped.append(Skipped(choice.name, _why(error)))
    for lesson in learned:
        try:
            found = _weighed(doc, article, found, lesson)
        except Exception as error:
            skipped.append(Skipped(lesson.name, _why(error)))
    kept = _once(found.values())
    return Findings(
        tuple(sorted(kept, key=lambda s: (s.start, s.end, s.label, s.id))), tuple(skipped)
    )


def _weighed(
    doc: nlp.Doc, article: str, found: Mapping[str, Suggestion], lesson: Model
) -> dict[str, Suggestion]:
    """What a trained model leaves of the suggestions found, by id, and its own."""
    scores = lesson.scores(doc)
    standing = list(rerank.judged(doc, scores, found.values(), lesson, lesson.threshold))
    return {s.id: s for s in (*standing, *_fresh(doc, scores, article, standing, lesson))}


def compared(articles: Sequence[Article], counterparts: Iterable[Counterpart]) -> list[Asymmetry]:
    """What the articles of one story call an actor each in its own way, by article."""
    return asymmetry.build().compare(articles, counterparts)


def asymmetric(article: Article, found: Sequence[Asymmetry]) -> list[Suggestion]:
    """The asymmetries found in an article as suggestions, in the same order."""
    doc = nlp.read(article.text, _shown(article.sentences, article.blocks))
    detector = asymmetry.build()
    return [_suggestion(doc, article.id, detector, held.hit) for held in found]


def _once(found: Collection[Suggestion]) -> list[Suggestion]:
    """The suggestions without attribution cues that are hedges too: "accused" asks one question."""
    hedges = {(s.start, s.end) for s in found if s.label == "hedge"}
    return [s for s in found if s.label != "attribution" or (s.start, s.end) not in hedges]


def relearn(
    article: Article, suggestions: Sequence[Suggestion], model: Model
) -> tuple[list[Suggestion], list[Suggestion]]:
    """The stored `suggestions` of the model's label with its strength, and its own new ones."""
    doc = nlp.read(article.text, _shown(article.sentences, article.blocks))
    own = [s for s in suggestions if rerank.concerns(s, model)]
    scores = model.scores(doc)
    fresh = _fresh(doc, scores, article.id, own, model)
    return list(rerank.judged(doc, scores, own, model)), fresh


def _fresh(
    doc: nlp.Doc,
    scores: Sequence[float],
    article: str,
    suggestions: Iterable[Suggestion],
    model: Model,
) -> list[Suggestion]:
    hits = rerank.fresh(doc, scores, suggestions, model)
    return [_suggestion(doc, article, model, hit) for hit in hits]


def _is_sentence(doc: nlp.Doc, hit: Hit) -> bool:
    place = (hit.start, hit.end)
    at = bisect_left(doc.spans, place)
    return at < len(doc.spans) and doc.spans[at] == place


def _why(error: BaseException) -> str:
    """What to tell of a detector that failed: our own errors speak for themselves."""
    if isinstance(error, AnnotatorError):
        return str(error)
    return traceback.format_exception_only(error)[-1].strip()


def _default() -> list[str]:
    return [info.name for info in registry.describe() if info.needs == "words"]


def _shown(sentences: Sequence[Span], blocks: Sequence[Block] | None) -> Sequence[Span]:
    if blocks is None:
        return sentences
    silent = [block for block in blocks if not block.shown or block.kind in ABOUT]
    return [s for s in sentences if not any(b.start <= s.start < b.end for b in silent)]


def _run(info: registry.DetectorInfo, doc: nlp.Doc, article: str) -> Iterator[Suggestion]:
    if info.needs == "model" and not doc.parsed:
        raise MissingExtra(
            f"{info.name} needs a spaCy model with a parser",
            "Name one, as in --detector NAME --model en_core_web_sm.",
        )
    if info.needs == "story":
        raise UsageError(
            f"{info.name} needs a story: it compares the articles of one",
            "It runs by itself when articles come together: annotator add CORPUS FILE...",
        )
    detector = registry.load(info.name)
    hits = detector.detect(doc) if registry.is_shipped(info) else _foreign(detector, doc)
    for hit in hits:
        yield _suggestion(doc, article, detector, hit)


def _foreign(detector: Detector, doc: nlp.Doc) -> list[Hit]:
    """The hits of anybody's detector: on a copy of `doc`, and what it prints goes to stderr.

    ValueError when there are more hits than characters, or no end of them.
    """
    most = len(doc.text)
    with redirect_stdout(sys.stderr):
        hits = list(islice(detector.detect(doc.copy()), most + 1))
    if len(hits) > most:
        raise ValueError(f"more hits than the text has characters ({most})")
    return hits


def _suggestion(doc: nlp.Doc, article: str, detector: Detector, hit: Hit) -> Suggestion:
    """The hit with its voice and provenance; what `Hit.check` raises when it is none."""
    hit.check(doc.text)
    layer = Layer(detector.layer)
    if layer not in (Layer.SPAN, Layer.SENTENCE):
        raise ValueError(f"a detector proposes spans or sentences, not what a {layer} says")
    if layer is Layer.SENTENCE and not _is_sentence(doc, hit):
        raise ValueError(f"{hit.entry} gave a place that is no sentence")
    return Suggestion(
        id=derived_id(article, detector.name, hit.entry, hit.start, hit.end, hit.label),
        article=article,
        layer=layer,
        start=hit.start,
        end=hit.end,
        quote=doc.text[hit.start : hit.end],
        label=hit.label,
        kind=hit.kind,
        detector=detector.name,
        version=f"{detector.version}/{doc.pipeline}",
        entry=hit.entry,
        reason=hit.reason,
        strength=round(float(hit.strength), 3),
        voice=voice.of(doc, hit.start, hit.end),
    )
