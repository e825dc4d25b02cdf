"""`annotator list`."""

import click

from annotator import catalogue
from annotator.cli import options, output


@click.command("list")
@click.argument("what", type=click.Choice(["schemes", "detectors", "aligners", "formats"]))
@options.as_json
def command(what: str, as_json: bool) -> None:
    """List the schemes, detectors, aligners or formats that there are."""
    rows = catalogue.listing(what)
    if as_json:
        output.data(rows)
    else:
        output.table(list(rows[0]), [list(row.values()) for row in rows], widest=64)
