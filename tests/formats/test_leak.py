"""Text-free exports of corpora that were made to give the text away: refused, in every format."""

import re
from collections.abc import Callable
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from urllib.parse import quote

import pytest
from corpora import ADA, SCHEME, WHEN, WITHHOLDING, article, header, span, suggestion

from annotator.errors import LossError
from annotator.formats import jsonl, registry
from annotator.formats.record import (
    ArticleRecord,
    Export,
    Format,
    Labelled,
    Options,
    Rejection,
    StoryRecord,
    TextChoice,
)
from annotator.formats.rehydrate import rehydrate_file
from annotator.model import Annotation, Annotator, Layer, Span, Story, Voice
from annotator.scheme import parse
from annotator.text.words import words

EACH = pytest.mark.parametrize("format", WITHHOLDING, ids=lambda f: f.name)
SECRET = (
    "The minister told “nobody” that the final report – all of it – was never\n"
    "written, and that his office\u00a0had known  for months what the offi\u00adcers knew. "
)
TEXT = "Harbour quiet\n\n" + SECRET + "\n" + "Nothing else happened on that long day. " * 40
COPIED = 'the minister told "nobody" that the ﬁnal report - all of it - was never written, and '


def corpus(*labels: Labelled, **more: object) -> Export:
    """One article with these labels; `more` changes its record."""
    owner = article(TEXT)
    return Export(header(), (replace(ArticleRecord(owner, "s1", labels), **more),))  # type: ignore[arg-type]


def note(text: str) -> Export:
    return corpus(span(article(TEXT), 0, 7, note=text))


def head(**more: object) -> Export:
    owner = replace(article(TEXT), **more)  # type: ignore[arg-type]
    return Export(header(), (ArticleRecord(owner, None, (span(owner, 0, 7),)),))


def proposal(**more: object) -> Export:
    found = replace(suggestion(article(TEXT), 0, 7), **more)  # type: ignore[arg-type]
    label = span(article(TEXT), 0, 7, "hedge", suggestion=found)
    return corpus(replace(label, annotation=replace(label.annotation, suggestion=found.id)))


def rejected() -> Export:
    found = replace(suggestion(article(TEXT), 0, 7), reason=f"Says “{SECRET}”.")
    return corpus(span(article(TEXT), 0, 7), rejections=(Rejection(found, ADA, WHEN),))


def story(title: str, text: str = "") -> Export:
    owner = article(TEXT)
    label = Annotation("2" * 16, Layer.STORY, "relative-stance", ADA.id, WHEN, SCHEME.hash)
    verdict = Labelled(replace(label, story="s1", note=text), ADA.name)
    told = StoryRecord(Story("s1", title, (owner.id,), 1.0, (text,)), (verdict,))
    return Export(header(), (ArticleRecord(owner, "s1", (span(owner, 0, 7),)),), (told,))


def guideline() -> Export:
    label = {"id": "loaded", "name": "L", "layer": "span", "colour": "red", "mark": "L"}
    label |= {"guideline": "As in: " + COPIED, "example": "e"}
    scheme = parse({"id": "s", "name": "S", "label": [label]}, "s.toml")
    return replace(corpus(span(article(TEXT), 0, 7)), header=replace(header(), scheme=scheme))


def annotator() -> Export:
    person = Annotator("d" * 16, COPIED)
    made = corpus(span(article(TEXT), 0, 7, by=person))
    return replace(made, header=replace(header(), annotators=(person,)))


def shared() -> Export:
    """A sentence that many people note a piece of, each of another place."""
    people = [Annotator(str(n) * 16, f"reader {n}") for n in range(10)]
    pieces = [SECRET[n : n + 24] for n in range(0, len(SECRET), 16)]
    labels = [
        span(article(TEXT), 8 * n, 8 * n + 5, by=person, note=f"See: {piece}")
        for n, (person, piece) in enumerate(zip(people, pieces, strict=False))
    ]
    made = corpus(*labels)
    return replace(made, header=replace(header(), annotators=tuple(people)))


def named() -> Export:
    """A scheme whose labels are called as the text goes on."""
    slug = "-".join(re.findall("[a-z]+", COPIED.replace("ﬁ", "fi")))
    label = {"id": slug, "name": "L", "layer": "span", "colour": "red", "mark": "L"}
    label |= {"guideline": "g", "example": "e"}
    scheme = parse({"id": "s", "name": "S", "label": [label]}, "s.toml")
    return replace(corpus(span(article(TEXT), 0, 7, slug)), header=replace(header(), scheme=scheme))


def linked() -> Export:
    one, two = span(article(TEXT), 0, 7), span(article(TEXT), 8, 13)
    label = Annotation("1" * 16, Layer.LINK, "same-fact", ADA.id, WHEN, SCHEME.hash)
    source, target = one.annotation.id, two.annotation.id
    held = replace(label, story="s1", note=SECRET, source=source, target=target)
    return replace(corpus(one, two), links=(Labelled(held, ADA.name),))


HOSTILE: dict[str, Callable[[], Export]] = {
    "note": lambda: note(SECRET),
    "note with other marks and blanks": lambda: note(COPIED.replace(" ", " \u2009 ")),
    "note in capitals": lambda: note(SECRET.upper()),
    "note that looks like JSON": lambda: note('["' + COPIED.replace('"', "'") + '"]'),
    "note that is a hundred thousand brackets": lambda: note("[" * 100_000 + SECRET),
    "attribute": lambda: corpus(span(article(TEXT), 0, 7, attributes={"target": COPIED})),
    "title": lambda: head(title=COPIED),
    "outlet": lambda: head(outlet=COPIED),
    "byline": lambda: head(byline=COPIED),
    "reason of a suggestion": lambda: proposal(reason=COPIED),
    "entry of a suggestion": lambda: proposal(entry=COPIED),
    "rejected suggestion": rejected,
    "story title": lambda: story(COPIED),
    "story note": lambda: story("Quiet", SECRET),
    "guideline": guideline,
    "annotator": annotator,
    "link": linked,
    "address": lambda: head(url="https://example.org/" + re.sub(r"\W+", "-", COPIED)),
    "escaped address": lambda: head(url="https://example.org/?q=" + quote(COPIED)),
    "note with its letters apart": lambda: note(" ".join(COPIED)),
    "notes of many people": shared,
    "ids of labels": named,
}


def letters(text: str) -> str:
    """What is left when nothing but letters counts."""
    return re.sub(r"[\W_]+", "", text.replace("ﬁ", "fi").replace("\\n", " ").lower())


def told(path: Path) -> str:
    """All that a file says."""
    if path.suffix == ".parquet":
        return str(import_module("pyarrow.parquet").read_table(path).to_pylist())
    return path.read_text("utf-8")


@EACH
@pytest.mark.parametrize("case", HOSTILE)
@pytest.mark.parametrize("chosen", ["none", "quotes"])
def test_no_file_gives_the_text_away(
    tmp_path: Path, format: Format, case: str, chosen: TextChoice
) -> None:
    """Refused; or, where the format has no place for it, not there by a count of letters alone."""
    out = tmp_path / "out"
    options = Options(chosen, allow_loss=True, card=True)
    refusal = ""
    files: tuple[Path, ...] = ()
    try:
        files = format.write(HOSTILE[case](), out, options).files
    except LossError as error:
        refusal = error.message
    if refusal:
        assert "would give away" in refusal
        assert not list(tmp_path.iterdir())
        return
    assert format.name != "jsonl" or (case, chosen) == ("rejected suggestion", "none")
    secret = letters(TEXT)
    runs = {secret[start : start + 70] for start in range(len(letters(SECRET)) - 60)}
    everything = letters(" ".join(map(told, files)))
    assert not any(run in everything for run in runs)


def quoting(spots: list[Span], label: str = "loaded", layer: Layer = Layer.SPAN) -> Export:
    owner = article(TEXT)
    return corpus(*(span(owner, start, end, label, layer=layer) for start, end in spots))


CHAINS: dict[str, Callable[[], Export]] = {
    "overlapping": lambda: quoting([Span(n, n + 30) for n in range(15, 135, 20)]),
    "adjoining": lambda: quoting([Span(n, n + 10) for n in range(15, 135, 10)]),
    "word by word": lambda: quoting([Span(*w) for w in words(TEXT)[2:28]]),
    "sentences": lambda: quoting(
        [s for s in article(TEXT).sentences if s.end - s.start < 80][1:9],
        "informational",
        Layer.SENTENCE,
    ),
}


@EACH
@pytest.mark.parametrize("case", CHAINS)
def test_quotes_that_chain_into_the_text_are_refused(
    tmp_path: Path, format: Format, case: str
) -> None:
    with pytest.raises(LossError, match=r"give away [\d,]{3,5} characters in a row"):
        format.write(CHAINS[case](), tmp_path / "out", Options("quotes", allow_loss=True))
    format.write(CHAINS[case](), tmp_path / "out", Options("none", allow_loss=True))


@EACH
def test_many_short_quotes_are_refused_by_their_share(tmp_path: Path, format: Format) -> None:
    spots = [Span(*word) for word in words(TEXT)[::2]]
    with pytest.raises(LossError, match=r"and [3-6]\d% of its text"):
        format.write(quoting(spots), tmp_path / "out", Options("quotes", allow_loss=True))


@pytest.mark.parametrize("form", ["jsonl", "csv", "huggingface"])
def test_words_that_lexicon_entries_name_count(tmp_path: Path, form: str) -> None:
    owner = article(TEXT)
    labels = []
    for start, end in words(TEXT)[::2]:
        found = replace(suggestion(owner, start, end), entry=f"verdict.{TEXT[start:end].lower()}")
        label = span(owner, start, end, "hedge", suggestion=found)
        held = replace(label.annotation, suggestion=found.id)
        labels.append(replace(label, annotation=held))
    with pytest.raises(LossError, match=r"and [3-6]\d% of its text"):
        registry.load(form).write(corpus(*labels), tmp_path / "out", Options("none"))


@EACH
@pytest.mark.parametrize("where", ["note", "attributes"])
def test_words_that_are_noted_at_their_own_place_count(
    tmp_path: Path, format: Format, where: str
) -> None:
    labels = []
    for start, end in words(TEXT)[::2]:
        said = f"“{TEXT[start:end].upper()}”, he says"
        more = {"note": said} if where == "note" else {"attributes": {"target": said}}
        labels.append(span(article(TEXT), start, end, **more))
    with pytest.raises(LossError, match=r"and [3-6]\d% of its text"):
        format.write(corpus(*labels), tmp_path / "out", Options("none", allow_loss=True))


WHO, SCOPE = "his office", "that the final report"


def evident(reason: str, source: str | None = None) -> Export:
    """A suggestion on "told" that was accepted, and one like it that was rejected."""
    start = TEXT.index("told")
    found = replace(suggestion(article(TEXT), start, start + 4), reason=reason)
    found = replace(found, voice=Voice("quoted", source))
    label = span(article(TEXT), start, start + 4, "hedge", suggestion=found)
    label = replace(label, annotation=replace(label.annotation, suggestion=found.id))
    return corpus(label, rejections=(Rejection(found, ADA, WHEN),))


@EACH
@pytest.mark.parametrize("reason", [f"Source: “{WHO}” (named).", f"Says “{SCOPE}” of “{WHO}”."])
def test_evidence_carries_no_words_of_a_text_that_stays(
    tmp_path: Path, format: Format, reason: str
) -> None:
    options = Options("none", allow_loss=True)
    written = format.write(evident(reason, WHO), tmp_path / "out", options).files
    everything = letters(" ".join(map(told, written)))
    assert letters(WHO) not in everything
    assert letters(SCOPE) not in everything


def test_evidence_is_put_back_with_the_text(tmp_path: Path) -> None:
    made, free = evident(f"Source: “{WHO}” (named).", WHO), tmp_path / "free"
    jsonl.FORMAT.write(made, free, Options("none"))
    jsonl.FORMAT.write(made, tmp_path / "full", Options())
    rehydrate_file(free, {"mine": TEXT}, tmp_path / "back")
    assert (tmp_path / "back").read_bytes() == (tmp_path / "full").read_bytes()
    changed = TEXT.replace("Harbour quiet", "Harbour rather quiet").replace("“nobody”", "nobody")
    rehydrate_file(free, {"mine": changed}, tmp_path / "other")
    assert (tmp_path / "other").read_text("utf-8").count(f"Source: “{WHO}” (named)") == 2


@EACH
def test_an_honest_export_goes_out(tmp_path: Path, format: Format) -> None:
    export = corpus(span(article(TEXT), 0, 7, note="Why so? See the guideline on officials."))
    assert format.write(export, tmp_path / "out", Options("none", allow_loss=True)).files
