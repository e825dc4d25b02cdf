"""The made-up pages as HTML, in the ways that sites mark them up."""

from collections.abc import Callable, Iterator
from html import escape
from itertools import groupby
from typing import TypeAlias

from mockrows import Page

Rows: TypeAlias = list[tuple[str, str]]
Markup: TypeAlias = Callable[[Page], str]


def _document(page: Page, body: str) -> str:
    title = next((line for line, role in page.rows if role == "head"), "")
    head = f"<head><title>{escape(title)}</title></head>"
    return f"<!doctype html><html>{head}<body>{body}</body></html>"


def _parts(page: Page) -> tuple[Rows, Rows, Rows]:
    """What stands above the first line that is no clutter, the article, what stands below."""
    own = [n for n, (_, role) in enumerate(page.rows) if role != "clutter"]
    first, past = own[0], own[-1] + 1
    return page.rows[:first], page.rows[first:past], page.rows[past:]


def _lines(tag: str, rows: Rows) -> str:
    return "".join(f"<{tag}>{escape(line)}</{tag}>" for line, _ in rows)


def _article(rows: Rows, aside: Callable[[Rows], str]) -> Iterator[str]:
    yield f"<h1>{escape(rows[0][0])}</h1>"
    for clutter, run in groupby(rows[1:], lambda row: row[1] == "clutter"):
        held = list(run)
        yield aside(held) if clutter else _lines("p", held)


def semantic(page: Page) -> str:
    """The elements that HTML has for the parts of a page."""
    above, told, below = _parts(page)
    inner = "".join(_article(told, lambda rows: f"<aside>{_lines('p', rows)}</aside>"))
    return _document(
        page,
        f"<header><nav><ul>{_lines('li', above)}</ul></nav></header>"
        f"<main><article>{inner}</article></main><footer>{_lines('p', below)}</footer>",
    )


def divided(page: Page) -> str:
    """Nothing but div, with classes that mean something."""
    above, told, below = _parts(page)
    inner = "".join(
        _article(told, lambda rows: f'<div class="promo-box">{_lines("div", rows)}</div>')
    )
    return _document(
        page,
        f'<div class="menu">{_lines("div", above)}</div><div class="article-body">{inner}</div>'
        f'<div class="related">{_lines("div", below)}</div>',
    )


def unmarked(page: Page) -> str:
    """Paragraphs in one element, links as links, nothing said about any."""
    above, told, below = _parts(page)
    inner = "".join(_article(told, lambda rows: _links(rows)))
    return _document(page, f"<div>{_links(above)}{inner}{_links(below)}</div>")


def tabular(page: Page) -> str:
    """Columns as tables, lines set apart by breaks, as in the nineties."""
    above, told, below = _parts(page)
    inner = "<br><br>".join(escape(line) for line, _ in told[1:])
    return _document(
        page,
        f"<table><tr><td>{_links(above)}</td><td><h2>{escape(told[0][0])}</h2>{inner}</td>"
        f"<td>{_links(below)}</td></tr></table>",
    )


def _links(rows: Rows) -> str:
    return "".join(
        f"<p>{escape(line)}</p>"
        if line.endswith((".", "!", "?"))
        else f'<p><a href="/{n}">{escape(line)}</a></p>'
        for n, (line, _) in enumerate(rows)
    )


MARKUPS: tuple[Markup, ...] = (semantic, divided, unmarked, tabular)
