"""Reading a native export back into records, every line checked.

See `jsonl` for the form.
"""

from pathlib import Path

from annotator.errors import InputError
from annotator.formats.labelled import from_json, suggestion_from_json
from annotator.formats.record import (
    FORMAT_NAME,
    FORMAT_VERSION,
    ArticleRecord,
    Correction,
    Header,
    Incoming,
    Labelled,
    Problem,
    Reading,
    Rejection,
    StoryRecord,
)
from annotator.formats.strict import Fields, choice, lines, loads
from annotator.model import (
    Annotator,
    Arm,
    Article,
    Block,
    BlockKind,
    Layer,
    Story,
    article_id,
    text_hash,
)
from annotator.scheme import Scheme, parse
from annotator.text.canonical import canonicalise
from annotator.text.words import words


def read(path: Path) -> Incoming:
    """Read an export back.

    A file without a header line of this format is an InputError. A fault in a later line is a
    problem of the result, one per line; what other lines hold is there nonetheless.
    """
    reader = _Reader(path)
    for where, line in lines(path):
        if reader.header is None:
            reader.header = _read_header(Fields(loads(line, where), where))
            continue
        try:
            reader.line(Fields(loads(line, where), where))
        except InputError as error:
            reader.problems.append(Problem(error.message, error.hint))
    if reader.header is None:
        raise InputError(f"{path}: empty, not an export", "Export the corpus again.")
    reader.check_ties()
    return Incoming(
        header=reader.header,
        articles=tuple(reader.articles),
        stories=tuple(reader.stories),
        links=tuple(reader.links),
        problems=tuple(reader.problems),
    )


class _Reader:
    """Collects the lines of one file and what ties them together."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.header: Header | None = None
        self.articles: list[ArticleRecord] = []
        self.stories: list[StoryRecord] = []
        self.links: list[Labelled] = []
        self.problems: list[Problem] = []
        self.ids: set[str] = set()
        self.ties: list[tuple[Fields, str, str]] = []

    @property
    def scheme(self) -> Scheme:
        assert self.header is not None
        return self.header.scheme

    def line(self, fields: Fields) -> None:
        """Take in one line after the header."""
        match fields.text("kind"):
            case "article":
                self.articles.append(self.article(fields))
            case "link":
                link = self.once(fields, from_json(fields, self.scheme), Layer.LINK)
                self.ties.append((fields, "source", fields.text("source")))
                self.ties.append((fields, "target", fields.text("target")))
                self.links.append(link)
            case "story":
                self.stories.append(self.story(fields))
            case other:
                fields.fail("kind", f"{other!r} is not one of article, link, story")

    def article(self, fields: Fields) -> ArticleRecord:
        article = _read_article(fields)
        self.claim(fields, "article", article.id)
        annotations = tuple(
            self.once(
                item,
                from_json(item, self.scheme, article=article.id, text=article.text),
                Layer.SPAN,
                Layer.SENTENCE,
                Layer.ARTICLE,
            )
            for item in fields.tables("annotations")
        )
        if fields.has("story"):
            self.ties.append((fields, "story", fields.text("story")))
        return ArticleRecord(
            article=article,
            story=fields.maybe("story"),
            annotations=annotations,
            readings=tuple(
                Reading(_read_person(item), choice(item, "arm", Arm), item.flag("done"))
                for item in fields.tables("read_by")
            ),
            rejections=tuple(
                Rejection(
                    suggestion_from_json(item.table("suggestion"), article.id, article.text),
                    _read_person(item),
                    item.text("at"),
                )
                for item in fields.tables("rejected")
            ),
        )

    def story(self, fields: Fields) -> StoryRecord:
        story = Story(
            id=fields.text("story"),
            title=fields.text("title"),
            articles=tuple(fields.texts("articles")),
            confidence=fields.number("confidence"),
            reasons=tuple(fields.texts("reasons")),
        )
        self.claim(fields, "story", story.id)
        self.ties += [(fields, "articles", article) for article in story.articles]
        return StoryRecord(
            story=story,
            annotations=tuple(
                self.once(item, from_json(item, self.scheme, story=story.id), Layer.STORY)
                for item in fields.tables("annotations")
            ),
            corrections=tuple(
                Correction(
                    a=_read_side(item, "a"),
                    b=_read_side(item, "b"),
                    aligned=item.flag("aligned"),
                    annotator=_read_person(item),
                    at=item.text("at"),
                )
                for item in fields.tables("counterparts")
            ),
        )

    def once(self, fields: Fields, labelled: Labelled, *layers: Layer) -> Labelled:
        """The annotation, unless it is of another layer or its id was seen before."""
        if labelled.annotation.layer not in layers:
            fields.fail("layer", f"{str(labelled.annotation.layer)!r} does not belong here")
        self.claim(fields, "id", labelled.annotation.id)
        return labelled

    def claim(self, fields: Fields, key: str, value: str) -> None:
        if value in self.ids:
            fields.fail(key, f"{value!r} is in the file twice")
        self.ids.add(value)

    def check_ties(self) -> None:
        """What a line refers to must be in the file."""
        for fields, key, ident in self.ties:
            if ident not in self.ids:
                self.problems.append(
                    Problem(f"{fields.where}: {key}: there is no {ident!r} in the file")
                )


def _read_header(fields: Fields) -> Header:
    if fields.data.get("kind") != "header" or fields.data.get("format") != FORMAT_NAME:
        fields.fail(
            "", "not the header of an export", f"Line 1 must name the format {FORMAT_NAME}."
        )
    if (version := fields.integer("version")) > FORMAT_VERSION:
        fields.fail("version", f"{version} is newer than this program", "Update annotator.")
    source = dict(fields.table("scheme").data)
    stated = source.pop("hash", None)
    scheme = parse(source, f"{fields.where}: scheme")
    if stated != scheme.hash:
        fields.fail("scheme.hash", f"{stated!r} is not the hash of this scheme, {scheme.hash!r}")
    return Header(
        corpus=fields.text("corpus"),
        scheme=scheme,
        annotators=tuple(
            Annotator(item.text("id"), item.text("name")) for item in fields.tables("annotators")
        ),
        tool=fields.text("tool", ""),
        version=version,
    )


def _read_article(fields: Fields) -> Article:
    if not fields.has("text"):
        fields.fail(
            "text", "withheld", "Put the texts back first: annotator rehydrate EXPORT --texts DIR."
        )
    text, ident = fields.text("text"), fields.text("article")
    if canonicalise(text).text != text:
        fields.fail("text", "not canonical: it holds CR, NUL or a byte order mark")
    if text_hash(text) != fields.text("sha256") or article_id(text) != ident:
        fields.fail("sha256", "not the hash of the text", "The text was changed after the export.")
    return Article(
        id=ident,
        text=text,
        title=fields.text("title"),
        outlet=fields.maybe("outlet"),
        byline=fields.maybe("byline"),
        date=fields.maybe("date"),
        url=fields.maybe("url"),
        path=fields.where,
        blocks=tuple(_read_block(item, text) for item in fields.tables("blocks")),
        sentences=fields.spans("sentences", len(text)),
        words=words(text),
    )


def _read_block(fields: Fields, text: str) -> Block:
    start, end = fields.extent(len(text))
    return Block(
        start, end, choice(fields, "kind", BlockKind), fields.flag("shown"), fields.text("reason")
    )


def _read_person(fields: Fields) -> Annotator:
    return Annotator(fields.text("annotator_id"), fields.text("annotator"))


def _read_side(fields: Fields, key: str) -> tuple[str, int]:
    side = fields.items(key)
    match side:
        case [str(article), int(sentence)] if not isinstance(sentence, bool) and sentence >= 0:
            return article, sentence
    fields.fail(key, "not an article id and the index of a sentence")
