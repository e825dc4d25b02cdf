"""Optional libraries, imported when a format that needs one is used."""

from importlib import import_module
from typing import Any

from annotator.errors import MissingExtra


def need(module: str, extra: str) -> Any:
    """The module; MissingExtra names the extra that brings it."""
    try:
        return import_module(module)
    except ImportError as error:
        raise MissingExtra(
            f"{error.name or module} is not installed",
            f"Install it with: pip install 'framing-annotator[{extra}]'",
        ) from None
