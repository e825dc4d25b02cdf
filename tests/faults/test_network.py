"""The tool opens no connection, ever (F7)."""

import subprocess
import sys
from pathlib import Path

import faulty

from annotator.files import packaged

FIRST = (
    "new c.db",
    "add c.db SEEDS",
    "annotate c.db --as Ana",
    "export c.db --format jsonl --out o",
)
MORE = (
    "stories c.db --json",
    "show c.db",
    "stats c.db",
    "agreement c.db",
    "doctor c.db",
    "backup c.db copy.db",
    "merge c.db copy.db",
    "import c.db o --format jsonl --as Ana",
    "list formats",
)


def test_no_command_asks_for_a_network(tmp_path: Path) -> None:
    faulty.need("strace")
    seeds = next(p for p in packaged("seeds").iterdir() if p.is_dir())
    asked = []
    for words in (*FIRST, *MORE[: faulty.scale(0, len(MORE))]):
        log = tmp_path / "log"
        trace = ["strace", "-f", "--seccomp-bpf", "-qq", f"-o{log}", "-etrace=connect,sendto"]
        command = [sys.executable, "-m", "annotator", *words.replace("SEEDS", str(seeds)).split()]
        done = subprocess.run(
            [*trace, *command],
            cwd=tmp_path,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, (words, done.stderr)
        asked += [line for line in log.read_text("utf-8").splitlines() if "AF_INET" in line]
    assert asked == []
