"""`annotator list`."""

import click

from annotator import catalogue
from annotator.cli import options, output

_WHOLE = 200
"""Cells: the last column is the longest, and nothing of what a format cannot hold is cut."""


@click.command("list")
@click.argument("what", type=click.Choice(["schemes", "detectors", "aligners", "formats"]))
@options.as_json
def command(what: str, as_json: bool) -> None:
    """List the schemes, detectors, aligners or formats that there are."""
    rows = catalogue.listing(what)
    if as_json:
        output.data(rows)
    else:
        output.table(list(rows[0]), [list(row.values()) for row in rows], widest=_WHOLE)
