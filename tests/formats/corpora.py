"""Corpora for the tests of the formats: one that tortures offsets, and generated ones.

ANNOTATOR_EXAMPLES says how many are generated for each round trip.
"""

import os
import tomllib
from dataclasses import replace
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from annotator.formats import registry
from annotator.formats.record import (
    ArticleRecord,
    Correction,
    Export,
    Header,
    Incoming,
    Labelled,
    Options,
    Reading,
    Rejection,
    StoryRecord,
)
from annotator.model import (
    Annotation,
    Annotator,
    Arm,
    Article,
    Block,
    BlockKind,
    Layer,
    Origin,
    Story,
    Suggestion,
    Voice,
    article_id,
    derived_id,
)
from annotator.scheme import parse
from annotator.text.canonical import canonicalise
from annotator.text.sentences import sentences
from annotator.text.words import words

SCHEMES = Path(__file__).resolve().parents[2] / "schemas"
SCHEME = parse(tomllib.loads((SCHEMES / "framing.toml").read_text("utf-8")), "framing.toml")
ADA = Annotator("a" * 16, "Ada, née «König»")
BOB = Annotator("b" * 16, "=bob")
WHEN = "2026-03-01T10:00:00Z"
LOSSY = Options(allow_loss=True)
FREE = Options(text="none", run=10_000, share=1)
WITHHOLDING = [f for name in registry.BUILT_IN if (f := registry.load(name)).withholds]
ROUND_TRIPS = settings(
    suppress_health_check=list(HealthCheck),
    deadline=None,
    max_examples=int(os.environ.get("ANNOTATOR_EXAMPLES", "25")),
)

TORTURE = canonicalise(
    "Regime 😀 digs in\r\n"
    "\r\n"
    "The cafe\u0301’s “brutal”  crackdown\tgoes on. 👩‍👩‍👧 He may, or may not.\r\n"
    "הממשלה אמרה אתמול. x[1]_2 ->; a|b * \\ end\r\n"
    "=SUM(A1) reportedly fell"
).text
PLAIN = "Council keeps the pool open\n\nThe council said the pool stays. Critics doubt it."
EMPTY = "Nothing to mark here."
SECRET = "The minister told nobody that the report was never written. " * 3


def article(text: str, outlet: str | None = "The Daily") -> Article:
    """An article whose first line is its title and whose other lines are bodies."""
    blocks: list[Block] = []
    position = 0
    for line in text.split("\n"):
        if line.strip():
            kind = BlockKind.BODY if blocks else BlockKind.TITLE
            blocks.append(Block(position, position + len(line), kind, True))
        position += len(line) + 1
    return Article(
        id=article_id(text),
        text=text,
        title=text.split("\n")[0],
        outlet=outlet,
        byline="By A. Writer" if outlet else None,
        date="2026-02-03",
        url="https://example.org/a?b=1&c=%20",
        path="a.txt",
        blocks=tuple(blocks),
        sentences=tuple(s for b in blocks for s in sentences(text, b.start, b.end)),
        words=words(text),
    )


def span(owner: Article, start: int, end: int, label: str = "loaded", **more: object) -> Labelled:
    """A span label by Ada, its id derived from everything that makes it."""
    who = more.pop("by", ADA)
    assert isinstance(who, Annotator)
    suggestion = more.pop("suggestion", None)
    assert suggestion is None or isinstance(suggestion, Suggestion)
    made = Annotation(
        id=derived_id(owner.id, start, end, label, who.id, len(more)),
        layer=Layer.SPAN,
        label=label,
        annotator=who.id,
        created=WHEN,
        scheme=SCHEME.hash,
        article=owner.id,
        start=start,
        end=end,
        quote=owner.text[start:end],
    )
    arm = Arm.ASSISTED if suggestion else Arm.BLIND
    return Labelled(replace(made, **more), who.name, arm, suggestion)  # type: ignore[arg-type]


def suggestion(owner: Article, start: int, end: int) -> Suggestion:
    """A proposal of the lexicon detector for this place."""
    return Suggestion(
        id=derived_id(owner.id, "lexicon", start, end),
        article=owner.id,
        layer=Layer.SPAN,
        start=start,
        end=end,
        quote=owner.text[start:end],
        label="hedge",
        kind="hearsay",
        detector="hedge",
        version="1",
        entry="hearsay.reportedly",
        reason="Says that others say so.",
        strength=0.91,
        voice=Voice("quoted", "the ministry"),
    )


def flat(text: str = TORTURE) -> Export:
    """One article with span labels by one annotator, none overlapping: every format holds it."""
    owner = article(text)
    spots = [owner.words[n] for n in range(0, len(owner.words), 3)]
    labels = tuple(span(owner, *spot) for spot in spots)
    return Export(header(), (ArticleRecord(owner, None, labels),))


def header() -> Header:
    """The header of all corpora here."""
    return Header("c" * 16, SCHEME, (ADA, BOB), "0.1")


def torture() -> Export:
    """Adjacent, nested, crossing and identical spans, spans at both ends, every layer and more."""
    one, two, three = article(TORTURE), article(PLAIN, "=Herald"), article(EMPTY, None)
    cafe, brutal = TORTURE.index("cafe"), TORTURE.index("“brutal”")
    reported = TORTURE.index("reportedly")
    proposal = suggestion(one, reported, reported + 10)
    marks = (
        span(one, 0, 6, attributes={"kind": "labelling", "target": "the 😀 side"}),
        span(one, 6, 9),
        span(one, len(TORTURE) - 4, len(TORTURE)),
        span(one, cafe, cafe + 5),
        span(one, cafe, brutal + 8),
        span(one, cafe + 2, brutal + 12),
        span(one, brutal, brutal + 8, note="two\nlines, “quoted” and | piped\t\\"),
        span(one, brutal, brutal + 8, by=BOB),
        span(one, brutal, brutal + 8, "hedge", by=BOB),
        span(one, TORTURE.index("👩"), TORTURE.index("👩") + 5),
        span(one, TORTURE.index("הממשלה"), TORTURE.index("הממשלה") + 6),
        span(one, TORTURE.index("=SUM"), TORTURE.index("=SUM") + 8, note="=1+1"),
        span(
            one,
            reported,
            reported + 10,
            "hedge",
            origin=Origin.ACCEPTED,
            suggestion=proposal,
        ),
    )
    spans = tuple(_with_suggestion(item) for item in marks)
    other = span(two, 0, 7, note="'apostrophe first")
    sentence = one.sentences[1]
    by_sentence = span(one, *sentence, "informational", layer=Layer.SENTENCE)
    whole = _placeless(one, Layer.ARTICLE, "genre", attributes={"value": "satire"})
    link = Labelled(
        Annotation(
            id="1" * 16,
            layer=Layer.LINK,
            label="same-fact",
            annotator=ADA.id,
            created=WHEN,
            scheme=SCHEME.hash,
            story="s1",
            source=spans[0].annotation.id,
            target=other.annotation.id,
        ),
        ADA.name,
    )
    verdict = Labelled(
        Annotation(
            id="2" * 16,
            layer=Layer.STORY,
            label="relative-stance",
            annotator=BOB.id,
            created=WHEN,
            scheme=SCHEME.hash,
            story="s1",
            attributes={"value": "even"},
        ),
        BOB.name,
    )
    records = (
        ArticleRecord(
            one,
            "s1",
            (*spans, by_sentence, whole),
            (Reading(ADA, Arm.ASSISTED, True), Reading(BOB, Arm.BLIND, False)),
            (Rejection(suggestion(one, 0, 6), BOB, WHEN),),
        ),
        ArticleRecord(two, "s1", (other,)),
        ArticleRecord(three),
    )
    story = Story("s1", one.title, (one.id, two.id), 0.75, ("shared names",))
    corrections = (
        Correction((one.id, 0), (two.id, 0), True, ADA, WHEN),
        Correction((one.id, 1), (two.id, 1), False, BOB, WHEN),
    )
    return Export(header(), records, (StoryRecord(story, (verdict,), corrections),), (link,))


def _with_suggestion(item: Labelled) -> Labelled:
    if item.suggestion is None:
        return item
    return replace(item, annotation=replace(item.annotation, suggestion=item.suggestion.id))


def _placeless(owner: Article, layer: Layer, label: str, **more: object) -> Labelled:
    item = span(owner, 0, 1, label, layer=layer, **more)
    return replace(item, annotation=replace(item.annotation, start=None, end=None, quote=None))


def places(export: Export) -> list[tuple[str, int, int, str, str, str]]:
    """(article, start, end, label, annotator, quote) of every span label, sorted."""
    return sorted(
        (
            record.article.id,
            item.annotation.start or 0,
            item.annotation.end or 0,
            item.annotation.label,
            item.annotator,
            record.article.text[item.annotation.start : item.annotation.end],
        )
        for record in export.articles
        for item in record.annotations
        if item.annotation.layer is Layer.SPAN
    )


def found_places(found: Incoming) -> list[tuple[str, int, int, str, str, str]]:
    """The same of the span labels that were read."""
    return sorted(
        (
            document.article,
            item.annotation.start or 0,
            item.annotation.end or 0,
            item.annotation.label,
            item.annotator,
            item.annotation.quote or "",
        )
        for document in found.documents
        for item in document.annotations
        if item.annotation.layer is Layer.SPAN
    )


CHARACTERS = st.one_of(
    st.sampled_from("ab .,\n\t\"'“”’|[]_\\;*-=@+\u0301\u200d\u2028\x85\x0b\x1c😀👩אב#"),
    st.characters(exclude_categories=["Cs"], exclude_characters="\x00\r\ufeff"),
)
TEXTS = st.text(CHARACTERS, min_size=1, max_size=60).map(lambda raw: canonicalise(raw).text)


@st.composite
def corpora(draw: st.DrawFn) -> Export:
    """Up to three distinct articles with any spans by two annotators, notes and attributes."""
    texts = draw(st.lists(TEXTS.filter(str.strip), min_size=0, max_size=3, unique=True))
    records = []
    for text in texts:
        owner = article(text)
        labels: dict[str, Labelled] = {}
        for _ in range(draw(st.integers(0, 4))):
            start = draw(st.integers(0, len(text) - 1))
            end = draw(st.integers(start + 1, len(text)))
            item = span(
                owner,
                start,
                end,
                draw(st.sampled_from(["loaded", "hedge", "portrayal"])),
                by=draw(st.sampled_from([ADA, BOB])),
                note=draw(TEXTS | st.just("")),
            )
            labels[item.annotation.id] = item
        records.append(ArticleRecord(owner, None, tuple(labels.values())))
    return Export(header(), tuple(records))
