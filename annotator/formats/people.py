"""A folder per annotator, and the file that tells which folder is whose."""

import json
from pathlib import Path

from annotator.errors import InputError
from annotator.files import safe_name
from annotator.formats.foreign import read_text
from annotator.formats.strict import loads
from annotator.model import Annotator

LISTING = "annotators.json"


class Folders:
    """The folders of the annotators in an export; `finish` writes the listing."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._names: dict[str, str] = {}

    def of(self, annotator: Annotator | None) -> Path:
        """The folder of an annotator; of articles that nobody labelled for None."""
        ident, name = (annotator.id, annotator.name) if annotator else ("unlabelled", "")
        path = self.root / safe_name(name, ident)
        path.mkdir(exist_ok=True)
        self._names[path.name] = name
        return path

    def finish(self) -> list[Path]:
        """Write whose folder is which; the folders."""
        text = json.dumps(self._names, ensure_ascii=False, indent=2, sort_keys=True)
        (self.root / LISTING).write_text(text + "\n", "utf-8", newline="\n")
        return [self.root / name for name in sorted(self._names)]


class Owners:
    """Who made which file of a folder: as the listing says, else the name of its folder."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._names: dict[str, str] = {}
        listing = root / LISTING
        if listing.is_file():
            found = loads(read_text(listing), str(listing))
            if not isinstance(found, dict) or not all(isinstance(v, str) for v in found.values()):
                raise InputError(
                    f"{listing}: not a table of folders and names",
                    "It is an object: the name of a folder, then that of a person.",
                )
            self._names = found

    def of(self, file: Path) -> str:
        """The annotator's name; empty for a file that is in no folder of its own."""
        if file == self._root or file.parent == self._root:
            return ""
        folder = file.parent.relative_to(self._root).as_posix()
        return self._names.get(folder, folder)
