"""What people say of an article beside its text: title, outlet, byline, day and address put right."""

from collections.abc import Mapping
from datetime import date

from annotator.errors import UsageError
from annotator.model import Article
from annotator.text.canonical import canonicalise

FACTS = ("title", "outlet", "byline", "date", "url")
"""What can be put right, named as in `Article`."""


def corrected(article: Article, given: Mapping[str, str | None]) -> dict[str, str | None]:
    """The facts among `given` that `article` has otherwise; None or nothing typed means unknown.

    Raises UsageError for another fact, for a date that is none, for an article without a title,
    and when nothing is to be changed.
    """
    unknown = given.keys() - set(FACTS)
    if unknown:
        raise UsageError(f"an article has no {min(unknown)!r}", f"Known: {', '.join(FACTS)}.")
    facts = {name: fact(name, said) for name, said in given.items()}
    changed = {name: said for name, said in facts.items() if said != getattr(article, name)}
    if not changed:
        raise UsageError(
            f"this changes nothing of article {article.id}",
            f"Name what is wrong: {', '.join(FACTS)}.",
        )
    return changed


def fact(name: str, said: str | None) -> str | None:
    """A fact as it is kept, None when unknown; UsageError for a missing title or no day."""
    value = " ".join(canonicalise(said or "").text.split()) or None
    if value is None and name == "title":
        raise UsageError("an article needs a title")
    if value is None or name != "date":
        return value
    try:
        return date.fromisoformat(value).isoformat()
    except ValueError:
        raise UsageError(f"{said!r} is no day", "Write it as YYYY-MM-DD.") from None
