"""`annotator doctor`."""

from pathlib import Path

import click

from annotator import project
from annotator.cli import options, output
from annotator.errors import UnsoundCorpus


@click.command("doctor")
@options.corpus
@options.as_json
@click.option("--rebuild", is_flag=True, help="Rebuild the tables of what stands from the record.")
def command(corpus: Path, as_json: bool, rebuild: bool) -> int:
    """Check every invariant of a corpus and say what is wrong, and where."""
    if rebuild:
        with project.open_project(corpus) as opened:
            opened.rebuild()
        output.say(f"{corpus}: the tables of what stands were rebuilt from the record")
    checks = project.examine(corpus)
    sound = all(check.ok for check in checks)
    if as_json:
        shape = [
            {"name": c.name, "ok": c.ok, "found": c.found, "where": list(c.where)} for c in checks
        ]
        output.data({"ok": sound, "checks": shape})
    else:
        output.table(
            ("check", "result", "where"),
            [(c.name, "ok" if c.ok else c.found, ", ".join(c.where)) for c in checks],
            widest=72,
        )
    if not sound:
        output.say("Keep a copy of the file first. Where only the tables are wrong:")
        output.say(f"  annotator doctor {corpus} --rebuild")
        output.say(f"Else go back to a backup: annotator restore {corpus} BACKUP")
    return 0 if sound else UnsoundCorpus.exit_code
