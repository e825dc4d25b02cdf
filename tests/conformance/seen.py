"""What a reader saw, told to the runner as JSON; the standard library only."""

import json
import sys
from collections.abc import Iterable

Label = tuple[str, int, int, str, str, str]
"""Article, start, end, label, annotator, quote."""


def tell(labels: Iterable[Label]) -> None:
    """Print the labels as the last line of standard output."""
    json.dump(sorted(labels), sys.stdout)
    sys.stdout.write("\n")
