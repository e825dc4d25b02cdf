"""`annotator`, `python -m annotator`: straight to the reader where that is all that is asked.

Loading the command line takes a tenth of the time to the first frame, and `annotator CORPUS` with
a name or a story is what people type most; everything else goes through `cli`.
"""

import os
import sys
from pathlib import Path


def main() -> None:
    """Open the reader on a corpus file, or run the command line; leave with its exit code."""
    opening = _opening(sys.argv[1:])
    if opening is None:
        from annotator import cli

        cli.main()
        return
    from annotator.tui.app import run

    try:
        run(*opening)
    except BaseException:
        from annotator import cli

        with cli.explained():
            raise


def _opening(words: list[str]) -> tuple[Path, str | None, str | None] | None:
    """Corpus, name and story, where the words are `FILE.db [--as NAME] [--story ID]` at most."""
    corpus, options, values = words[:1], words[1::2], words[2::2]
    plain = (
        corpus
        and corpus[0].endswith(".db")
        and len(options) == len(values)
        and {"--as", "--story"}.issuperset(options)
        and not any(value == "" or value.startswith("-") for value in values)
        and None not in (sys.stdin, sys.stdout)
        and os.path.isfile(corpus[0])
    )
    if not plain:
        return None
    given = dict(zip(options, values, strict=True))
    return Path(corpus[0]), given.get("--as"), given.get("--story")


if __name__ == "__main__":
    main()
