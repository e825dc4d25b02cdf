"""Whether the software that reads a format sees every label of the corpus, and nothing else.

    python tests/conformance/run.py [READER ...]

Each reader lives in an environment of its own under `.venv-conformance/`, made when it is not
there. The torture fixture and the sample story are exported; the reader tells the labels it sees;
they must be the corpus's as a multiset of (article, start, end, label, annotator, quote). With all
readers the table goes to `docs/conformance.md`; the sections after it stay.
"""

import json
import subprocess
import sys
import tempfile
import venv
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
sys.path.insert(0, str(HERE.parent / "formats"))

from corpora import places, torture  # noqa: E402

from annotator.formats import jsonl_reader, registry  # noqa: E402
from annotator.formats.record import Export, Options  # noqa: E402

TARGET = ROOT / "docs" / "conformance.md"
HEAD = """# Conformance

Every format is read in the tests by the light software that its users have (docs/formats.md). The
heavy readers below have environments of their own; `make conformance` runs them and writes this
page. A reader passes when the labels it sees are those of the corpus as a multiset of (article,
start, end, label, annotator, quote).

Last run: {day}, Python {python}.

| reader | version | reads | corpus | labels | seen | result |
|---|---|---|---|---|---|---|
"""


@dataclass(frozen=True)
class Reader:
    """A program that reads a format, and what pip installs for it; the first is the reader."""

    format: str
    script: str
    packages: tuple[str, ...]


READERS = {
    "datasets": Reader("huggingface", "read_datasets.py", ("datasets",)),
    "mlcroissant": Reader("huggingface", "read_mlcroissant.py", ("mlcroissant[parquet]",)),
    "label-studio-sdk": Reader("label-studio", "read_label_studio.py", ("label-studio-sdk",)),
    "doccano": Reader(
        "doccano",
        "read_doccano.py",
        ("doccano==1.8.4", "marshmallow<4", "numpy<2", "setuptools<80"),
    ),
}


def corpora() -> Iterator[tuple[str, Export]]:
    """The torture fixture, and the golden export of the sample story."""
    yield "torture", torture()
    found = jsonl_reader.read(ROOT / "exports" / "harbour-strike.jsonl")
    assert found.header is not None
    yield "harbour-strike", Export(found.header, found.articles, found.stories, found.links)


def environment(name: str) -> Path:
    """The Python of a reader's environment, which is made first if need be."""
    home = ROOT / ".venv-conformance" / name
    python = home / "bin" / "python"
    if not python.exists():
        venv.create(home, with_pip=True)
        install = [str(python), "-m", "pip", "install", "--quiet", *READERS[name].packages]
        subprocess.run(install, check=True)
    return python


def version(python: Path, name: str) -> str:
    """The version of the reader that is installed."""
    code = f"from importlib.metadata import version; print(version({name!r}))"
    done = subprocess.run([python, "-c", code], capture_output=True, text=True, check=True)
    return done.stdout.strip()


def row(name: str, corpus: str, export: Export) -> tuple[str, bool]:
    """The line of the table for one reader and corpus, and whether it passed."""
    reader, python = READERS[name], environment(name)
    with tempfile.TemporaryDirectory() as scratch:
        out = Path(scratch) / "out"
        registry.load(reader.format).write(export, out, Options(allow_loss=True))
        command = [str(python), str(HERE / reader.script), str(out)]
        done = subprocess.run(command, cwd=scratch, capture_output=True, text=True)
    if done.returncode:
        sys.stderr.write(done.stderr)
    seen = json.loads(done.stdout.splitlines()[-1]) if not done.returncode else []
    wanted = Counter(places(export))
    passed = not done.returncode and Counter(map(tuple, seen)) == wanted
    cells = [name, version(python, name), f"`{reader.format}`", corpus]
    cells += [str(wanted.total()), str(len(seen)), "same" if passed else "**different**"]
    return f"| {' | '.join(cells)} |\n", passed


def main() -> int:
    """Run the readers that were asked for, by default all; 1 when one saw something else."""
    names = sys.argv[1:] or list(READERS)
    rows = [row(name, *corpus) for name in names for corpus in corpora()]
    table = "".join(line for line, _ in rows)
    sys.stdout.write(table)
    if names == list(READERS):
        day, python = datetime.now(UTC).date().isoformat(), sys.version.split()[0]
        rest = TARGET.read_text("utf-8").partition("\n## ")
        text = HEAD.format(day=day, python=python) + table + "".join(rest[1:])
        TARGET.write_text(text, "utf-8", newline="\n")
    return 0 if all(passed for _, passed in rows) else 1


if __name__ == "__main__":
    sys.exit(main())
