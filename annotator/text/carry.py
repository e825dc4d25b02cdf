"""Places of one text found again in an edited version of it."""

from collections.abc import Sequence
from difflib import SequenceMatcher

from annotator.model import Span
from annotator.text.words import words


def carried(old: str, new: str, spans: Sequence[Span]) -> list[Span | None]:
    """For each span of `old` its place in `new`, or None where its words are gone or changed.

    Words are matched in order (longest runs first); a span is carried when all its words are
    matched as one run and its quote is the same but for white space. A span without a word, such
    as a punctuation mark, is not carried.
    """
    before, after = words(old), words(new)
    matcher = SequenceMatcher(
        None, [old[a:b] for a, b in before], [new[a:b] for a, b in after], autojunk=False
    )
    partner = {
        block.a + step: block.b + step
        for block in matcher.get_matching_blocks()
        for step in range(block.size)
    }
    return [_carried(old, new, span, before, after, partner) for span in spans]


def _carried(
    old: str,
    new: str,
    span: Span,
    before: Sequence[Span],
    after: Sequence[Span],
    partner: dict[int, int],
) -> Span | None:
    inside = [n for n, word in enumerate(before) if word.end > span.start and word.start < span.end]
    found = [partner.get(n, -1) for n in inside]
    if not found or found != list(range(found[0], found[0] + len(found))) or found[0] < 0:
        return None
    start = after[found[0]].start + span.start - before[inside[0]].start
    end = after[found[-1]].end + span.end - before[inside[-1]].end
    if not 0 <= start < end <= len(new):
        return None
    same = new[start:end].split() == old[span.start : span.end].split()
    return Span(start, end) if same else None
