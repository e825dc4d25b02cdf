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


def places() -> dict[str, str]:
    """The names of all aligners, ours first, and where their code is; nothing is imported."""
    plugged = {point.name: point.value for point in entry_points(group=GROUP)}
    return _SHIPPED | {name: plugged[name] for name in sorted(plugged) if name not in _SHIPPED}


def check(name: str) -> None:
    """Raise UsageError when no aligner has this name."""
    if name not in places():
        raise UsageError(
            f"no aligner is called {name!r}", f"Known aligners: {', '.join(places())}."
        )


def load(name: str) -> Aligner:
    """The aligner of this name.

    Raises UsageError when there is none, AnnotatorError when it cannot be loaded.
    """
    check(name)
    where = places()[name]
    module, _, attribute = where.partition(":")
    try:
        found = getattr(importlib.import_module(module), attribute)
    except Exception as error:
        raise AnnotatorError(
            f"aligner {name!r} ({where}) cannot be loaded: {error}",
            "Update or remove the package that brings it.",
        ) from error
    return cast(Aligner, found)
