"""Taking the text out of the lines of a native export.

What goes out instead of the text is its hash, a fingerprint of two bits a word, and for each
place the words it begins and ends in; see `fingerprint`.
"""

from collections.abc import Iterator

from annotator.formats.fingerprint import anchor, check, digits
from annotator.model import Article, Json, Span


def withhold(line: Json, article: Article) -> None:
    """Take the text and title out of an article's line and add what finds every place again."""
    start = article.text.find(article.title) if article.title else -1
    if start >= 0:
        line |= {"title": None, "title_at": [start, start + len(article.title)]}
    line["fingerprint"] = digits(article.text, article.words)
    for place in places(line):
        extent = Span(place["start"], place["end"])
        found = anchor(article.words, len(article.text), extent)
        place["words"] = [found.first, found.lead, found.last, found.tail]
        place["check"] = check(article.quote(extent))


def places(line: Json) -> Iterator[Json]:
    """Everything in an article's line that has a start and an end."""
    yield from line["blocks"]
    for item in (*line["annotations"], *line["rejected"]):
        if "start" in item:
            yield item
        if item["suggestion"] is not None:
            yield item["suggestion"]
