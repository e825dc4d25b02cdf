"""JSON from elsewhere: every way it can be wrong is one InputError."""

import json
from typing import Any

from annotator.errors import InputError

_HINT = "Check that the file is JSON, or give one object a line as .jsonl."


def parse(text: str, where: str) -> Any:
    """The value in `text`; InputError names `where`, the line, and what is wrong.

    Nesting that exhausts the parser, integers of thousands of digits, NaN and a key given twice
    are refused like a missing comma: each is one error, none a crash or a silent choice.
    """
    try:
        return json.loads(text, parse_constant=_no_constant, object_pairs_hook=_no_twins)
    except json.JSONDecodeError as error:
        raise InputError(f"{where}: not JSON: {error.msg} at column {error.colno}", _HINT) from None
    except RecursionError:
        raise InputError(f"{where}: JSON nested too deeply", _HINT) from None
    except ValueError as error:
        raise InputError(f"{where}: JSON refused: {error}", _HINT) from None


def _no_constant(name: str) -> None:
    raise ValueError(f"{name} is not a JSON number")


def _no_twins(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, value in pairs:
        if key in found:
            raise ValueError(f"key {key!r} given twice")
        found[key] = value
    return found
