"""What a page says about itself: <title>, meta tags, JSON-LD, <time>, the canonical link."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from annotator.errors import InputError
from annotator.ingest.cleaning.dates import iso_day
from annotator.ingest.safejson import parse
from annotator.ingest.web.tokens import Start, Text, tokens, unescape

_NEWS_TYPES = ("Article", "NewsArticle", "ReportageNewsArticle", "BlogPosting", "WebPage")
_TITLE = ("og:title", "twitter:title", "headline", "dc.title", "title")
_OUTLET = ("og:site_name", "publisher", "dc.publisher", "application-name")
_BYLINE = ("author", "article:author", "byl", "dc.creator", "parsely-author", "sailthru.author")
_DATE = ("article:published_time", "date", "datepublished", "pubdate", "publishdate", "dc.date")
_MORE_DATES = ("dc.date.issued", "parsely-pub-date", "sailthru.date", "publish-date", "og:pubdate")
_MOST_NODES = 2000


@dataclass(frozen=True, slots=True)
class Metadata:
    """Title, outlet, byline, ISO day and address, each None when the page does not say."""

    title: str | None = None
    outlet: str | None = None
    byline: str | None = None
    date: str | None = None
    url: str | None = None


def read_metadata(page: str) -> Metadata:
    """The metadata of an HTML page: JSON-LD first, then meta tags, then <title> and <time>."""
    meta, scripts = _gather(page)
    node = next(_news_nodes(scripts), {})
    return Metadata(
        title=_name(node.get("headline")) or _first(meta, *_TITLE, "<title>"),
        outlet=_name(node.get("publisher")) or _first(meta, *_OUTLET),
        byline=_name(node.get("author")) or _person(_first(meta, *_BYLINE)),
        date=iso_day(_name(node.get("datePublished")))
        or iso_day(_first(meta, *_DATE, *_MORE_DATES, "<time>")),
        url=_first(meta, "<canonical>", "og:url"),
    )


def _gather(page: str) -> tuple[dict[str, str], list[str]]:
    """Meta values by folded name (first wins), and the JSON-LD scripts."""
    meta: dict[str, str] = {}
    scripts: list[str] = []
    tag, attributes = "", dict[str, str]()
    for token in tokens(page):
        if isinstance(token, Start):
            tag, attributes = token.tag, token.attributes
            name, value = _pair(token)
            if name and value.strip():
                meta.setdefault(name.lower(), " ".join(value.split()))
        elif isinstance(token, Text) and token.raw:
            if tag == "title" and token.text.strip():
                meta.setdefault("<title>", " ".join(token.text.split()))
            elif tag == "script" and "ld+json" in attributes.get("type", ""):
                scripts.append(token.text)
    return meta, scripts


def _pair(token: Start) -> tuple[str, str]:
    get = token.attributes.get
    if token.tag == "meta":
        name = get("property") or get("name") or get("itemprop") or ""
        return name, get("content", "")
    if token.tag == "link" and "canonical" in get("rel", "").lower().split():
        return "<canonical>", get("href", "")
    if token.tag == "time":
        return "<time>", get("datetime", "")
    return "", ""


def _news_nodes(scripts: list[str]) -> Iterator[dict[str, Any]]:
    """The JSON-LD objects that describe an article; broken scripts are passed over."""
    for script in scripts:
        try:
            waiting = [parse(script, "JSON-LD")]
        except InputError:
            continue
        for _ in range(_MOST_NODES):
            if not waiting:
                break
            node = waiting.pop(0)
            if isinstance(node, list):
                waiting.extend(node)
            elif isinstance(node, dict):
                kinds = node.get("@type")
                kinds = kinds if isinstance(kinds, list) else [kinds]
                if any(kind in _NEWS_TYPES for kind in kinds) and "headline" in node:
                    yield node
                waiting.extend(
                    value for key, value in node.items() if key in ("@graph", "mainEntity")
                )


def _name(value: Any) -> str | None:
    """The name in a JSON-LD value: a string, an object with a name, or a list of either."""
    if isinstance(value, list):
        names = [name for item in value[:10] if (name := _name(item))]
        return ", ".join(names) or None
    if isinstance(value, dict):
        value = value.get("name")
    return " ".join(unescape(value).split()) or None if isinstance(value, str) else None


def _person(value: str | None) -> str | None:
    """An author is a name: addresses of profile pages are passed over."""
    return None if value is None or value.startswith(("http:", "https:", "@", "/")) else value


def _first(meta: dict[str, str], *names: str) -> str | None:
    return next((meta[name] for name in names if name in meta), None)
