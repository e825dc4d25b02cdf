"""The aligners by name; a module is imported when its aligner is asked for.

An aligner takes two articles and returns their counterparts, by sentence index. Other packages add
theirs with an entry point of the group `annotator.aligners` that names such a callable.
"""

import importlib
from collections.abc import Callable
from importlib.metadata import entry_points
from typing import TypeAlias, cast

from annotator.errors import AnnotatorError, UsageError
from annotator.model import Article, Counterpart

Aligner: TypeAlias = Callable[[Article, Article], list[Counterpart]]

GROUP = "annotator.aligners"
DEFAULT = "words"
_SHIPPED = {DEFAULT: "annotator.stories.alignment:align"}


def names() -> tuple[str, ...]:
    """The names of all aligners, ours first; nothing is imported."""
    return (*_SHIPPED, *sorted(set(_plugged()) - set(_SHIPPED)))


def check(name: str) -> None:
    """Raise UsageError when no aligner has this name."""
    if name not in names():
        raise UsageError(f"no aligner is called {name!r}", f"Known aligners: {', '.join(names())}.")


def load(name: str) -> Aligner:
    """The aligner of this name.

    Raises UsageError when there is none, AnnotatorError when it cannot be loaded.
    """
    check(name)
    where = _SHIPPED.get(name) or _plugged()[name]
    module, _, attribute = where.partition(":")
    try:
        found = getattr(importlib.import_module(module), attribute)
    except Exception as error:
        raise AnnotatorError(
            f"aligner {name!r} ({where}) cannot be loaded: {error}",
            "Update or remove the package that brings it.",
        ) from error
    return cast(Aligner, found)


def _plugged() -> dict[str, str]:
    return {point.name: point.value for point in entry_points(group=GROUP)}
