"""What an annotator may be called."""

from annotator.errors import UsageError
from annotator.text.safe import one_line, visible

LONGEST = 80
"""Characters of a name."""

RESERVED = frozenset({"all", "gold"})
"""What --as takes for more than one person, in whatever case."""


def tidied(name: str) -> str:
    """The name without blanks at its ends, and with single ones inside."""
    return " ".join(name.split())


def checked(name: str) -> str:
    """The name as it is stored, tidied.

    Raises UsageError when it is empty, too long, reserved, or has a comma (which parts names on
    the command line) or a character that cannot be seen.
    """
    stored = tidied(name)
    if not stored:
        problem = "an annotator needs a name"
    elif len(stored) > LONGEST:
        problem = f"a name has at most {LONGEST} characters, not {len(stored)}"
    elif stored.casefold() in RESERVED:
        problem = f"nobody can be called {stored!r}: it stands for more than one person"
    elif "," in stored:
        problem = f"a name has no comma: {stored!r}"
    elif visible(name.strip()) != name.strip():
        problem = f"a name has only characters that can be seen: {one_line(stored)!r}"
    else:
        return stored
    raise UsageError(problem, "Give another one with --as NAME.")
