"""Two near duplicates: the sentences that only one has, for `annotator show --against`."""

from collections.abc import Iterator

import click

from annotator.model import Article, Json
from annotator.text import safe
from annotator.versions import Compared


def lines(compared: Compared) -> Iterator[str]:
    """What both share, then with `-` what only the first article says, with `+` the second."""
    yield f"{compared.share:.0%} of the shorter text is in the other"
    sides = (
        ("-", "red", compared.a, compared.difference.only_a),
        ("+", "green", compared.b, compared.difference.only_b),
    )
    for sign, colour, article, only in sides:
        head = " ".join(
            filter(None, (article.outlet or "unknown outlet", article.date, article.id))
        )
        yield ""
        yield click.style(safe.one_line(head), bold=True)
        for index in only:
            yield click.style(f"{sign} {safe.one_line(_text(article, index))}", fg=colour)


def to_json(compared: Compared) -> Json:
    """The same as an object; sentences by index."""
    return {
        "a": compared.a.id,
        "b": compared.b.id,
        "share": round(compared.share, 3),
        "only_a": _sentences(compared.a, compared.difference.only_a),
        "only_b": _sentences(compared.b, compared.difference.only_b),
    }


def _sentences(article: Article, only: tuple[int, ...]) -> list[Json]:
    return [{"sentence": index, "text": _text(article, index)} for index in only]


def _text(article: Article, index: int) -> str:
    return article.quote(article.sentences[index])
