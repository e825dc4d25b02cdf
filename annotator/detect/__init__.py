"""Text in, suggestions out: detectors, lexicons, voice, and the one door to spaCy."""

from collections.abc import Iterable, Sequence

from annotator.detect import nlp, registry, voice
from annotator.detect.hit import Detector, Findings, Hit, Skipped
from annotator.errors import MissingExtra
from annotator.model import Block, Span, Suggestion, derived_id

__all__ = ["Detector", "Findings", "Hit", "Skipped", "highlight"]


def highlight(
    text: str,
    article: str,
    sentences: Sequence[Span],
    *,
    detectors: Iterable[str] | None = None,
    blocks: Sequence[Block] | None = None,
    model: str | None = None,
) -> Findings:
    """What the detectors propose for one article, with reason, strength and voice.

    `sentences` in hidden `blocks` are passed over. `detectors` are names, by default all that the
    pipeline can run; `model` is None for plain tokenisation, "en_core_web_sm", or the folder of
    a spaCy model. Raises UsageError for an unknown name and MissingExtra for a missing model; a
    detector that fails is reported in `skipped`.
    """
    chosen = [registry.info(name) for name in detectors or _default(model)]
    doc = nlp.read(text, _shown(sentences, blocks), model)
    found: list[Suggestion] = []
    skipped: list[Skipped] = []
    for info in chosen:
        try:
            found += _run(info, doc, article)
        except Exception as error:
            skipped.append(Skipped(info.name, str(error) or type(error).__name__))
    unique = {suggestion.id: suggestion for suggestion in found}
    return Findings(
        tuple(sorted(unique.values(), key=lambda s: (s.start, s.end, s.label, s.id))),
        tuple(skipped),
    )


def _default(model: str | None) -> list[str]:
    return [info.name for info in registry.describe() if model or info.needs != "model"]


def _shown(sentences: Sequence[Span], blocks: Sequence[Block] | None) -> Sequence[Span]:
    if blocks is None:
        return sentences
    hidden = [block for block in blocks if not block.shown]
    return [s for s in sentences if not any(b.start <= s.start < b.end for b in hidden)]


def _run(info: registry.DetectorInfo, doc: nlp.Doc, article: str) -> list[Suggestion]:
    if info.needs == "model" and doc.grammar is None:
        raise MissingExtra(f"{info.name} needs a spaCy model", "Ask for one with --model.")
    detector = registry.load(info.name)
    return [_suggestion(doc, article, detector, hit) for hit in detector.detect(doc)]


def _suggestion(doc: nlp.Doc, article: str, detector: Detector, hit: Hit) -> Suggestion:
    """The hit with its voice and provenance; ValueError when it does not lie in the text."""
    if not 0 <= hit.start < hit.end <= len(doc.text) or not 0 <= hit.strength <= 1:
        raise ValueError(f"{hit.entry} gave a place or strength out of range")
    return Suggestion(
        id=derived_id(article, detector.name, hit.entry, hit.start, hit.end, hit.label),
        article=article,
        layer=detector.layer,
        start=hit.start,
        end=hit.end,
        quote=doc.text[hit.start : hit.end],
        label=hit.label,
        kind=hit.kind,
        detector=detector.name,
        version=f"{detector.version}/{doc.pipeline}",
        entry=hit.entry,
        reason=hit.reason,
        strength=round(hit.strength, 3),
        voice=voice.of(doc, hit.start, hit.end),
    )
