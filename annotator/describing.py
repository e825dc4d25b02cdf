"""What people say of an article beside its text: title, outlet, byline, day, address put right."""

from collections.abc import Mapping
from datetime import date
from urllib.parse import urlsplit

from annotator.errors import UsageError
from annotator.model import Article
from annotator.text.canonical import canonicalise
from annotator.text.safe import one_line, visible

FACTS = ("title", "outlet", "byline", "date", "url")
"""What can be put right, named as in `Article`."""

LONGEST = 1000
"""Characters of a fact, and of a story's title."""


def corrected(article: Article, given: Mapping[str, str | None]) -> dict[str, str | None]:
    """The facts among `given` that `article` has otherwise; None or nothing typed means unknown.

    Raises UsageError for another fact, for one that cannot be (see `fact`), and when nothing is to
    be changed.
    """
    unknown = given.keys() - set(FACTS)
    if unknown:
        raise UsageError(f"an article has no {min(unknown)!r}", f"Known: {', '.join(FACTS)}.")
    facts = {name: fact(name, said) for name, said in given.items()}
    changed = {name: said for name, said in facts.items() if said != getattr(article, name)}
    if not changed:
        raise UsageError(
            f"this changes nothing of article {article.id}",
            f"Say what is wrong and how it is right: {', '.join(FACTS)}.",
        )
    return changed


def fact(name: str, said: str | None) -> str | None:
    """A fact as it is kept, None when unknown.

    UsageError for a missing title, no day, no address of a page, and what is too long.
    """
    if name == "title":
        return title(said or "", "an article")
    value = _tidied(name, said or "")
    if not value:
        return None
    check = {"date": _day, "url": _address}.get(name)
    return check(value) if check else value


def title(said: str, of: str) -> str:
    """The title of an article or a story as it is kept; UsageError when empty or too long."""
    value = _tidied("title", said)
    if not value:
        raise UsageError(f"{of} needs a title", "Give it one of some words.")
    return value


def _tidied(name: str, said: str) -> str:
    value = " ".join(canonicalise(said).text.split())
    if len(value) > LONGEST:
        raise UsageError(
            f"the {name} has {len(value)} characters, more than {LONGEST}", "Give a shorter one."
        )
    return value


def _day(said: str) -> str:
    try:
        return date.fromisoformat(said).isoformat()
    except ValueError:
        raise UsageError(f"{said!r} is no day", "Write it as YYYY-MM-DD.") from None


def _address(said: str) -> str:
    """The address of a page on the web: what else an export linked could run in a browser."""
    try:
        parts = urlsplit(said)
        sound = parts.scheme in ("http", "https") and parts.hostname and visible(said) == said
    except ValueError:
        sound = False
    if not sound or " " in said:
        raise UsageError(
            f"{one_line(said, 60)!r} is no address of a web page",
            "It begins with https:// or http://.",
        )
    return said
