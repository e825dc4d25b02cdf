"""What there is to choose from: schemes, detectors, aligners, formats."""

from pathlib import Path

from annotator import detect, files
from annotator.errors import SchemeError
from annotator.formats import registry as formats
from annotator.model import Json, Layer
from annotator.scheme import Scheme
from annotator.stories import registry as aligners


def load_scheme(name: str) -> Scheme:
    """The shipped scheme of this name, or the one in the .toml file at this path."""
    if name.endswith(".toml"):
        return files.read_scheme(Path(name))
    shipped = {path.stem: path for path in sorted(files.packaged("schemas").glob("*.toml"))}
    if name not in shipped:
        raise SchemeError(
            f"no scheme is called {name!r}",
            f"Shipped: {', '.join(shipped)}; or give the path of a .toml file.",
        )
    return files.read_scheme(shipped[name])


def listing(what: str) -> list[Json]:
    """One row for each scheme, detector, aligner or format."""
    match what:
        case "schemes":
            names = sorted(path.stem for path in files.packaged("schemas").glob("*.toml"))
            return [_scheme_row(load_scheme(name)) for name in names]
        case "detectors":
            return [
                {
                    "name": info.name,
                    "labels": ", ".join(info.labels),
                    "layer": info.layer,
                    "runs on": info.runs_on,
                    "finds": info.summary,
                }
                for info in detect.registry.describe()
            ]
        case "aligners":
            return [{"name": name, "from": where} for name, where in aligners.places().items()]
        case _:
            return [_format_row(entry) for entry in formats.describe()]


def _scheme_row(held: Scheme) -> Json:
    counts = {layer: len(held.layer(layer)) for layer in Layer}
    return {
        "name": held.id,
        "title": held.name,
        "version": held.hash,
        "labels": ", ".join(f"{count} {layer}" for layer, count in counts.items() if count),
    }


def _format_row(entry: dict[str, object]) -> Json:
    cannot = entry.get("cannot_hold") or []
    assert isinstance(cannot, list)
    return {
        "name": entry["name"],
        "what": entry["about"],
        "reads back": "yes" if entry.get("reads") else "no",
        "cannot hold": ", ".join(cannot) or "-",
    }
