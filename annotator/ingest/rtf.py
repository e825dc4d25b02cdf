"""RTF: the paragraphs of a document, as word processors and news databases write it.

Read with a scan of our own, linear in the file whatever is in it (Rich Text Format Specification
1.9.1). Headers, footers, footnotes, comments, hidden and deleted text are not part of the article.
"""

import codecs
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from annotator.errors import InputError
from annotator.ingest import database
from annotator.ingest.draft import Page, Source
from annotator.ingest.properties import with_properties
from annotator.text.canonical import canonicalise

_OPENING = b"{\\rtf"
_TOKEN = re.compile(
    rb"\\(?:(?P<word>[A-Za-z]{1,32})(?P<number>-?\d{1,9})? ?|'(?P<byte>[0-9A-Fa-f]{2})"
    rb"|(?P<sign>[^A-Za-z]))|(?P<brace>[{}])|(?P<plain>[^\\{}\r\n]+)",
    re.DOTALL,
)
_SIGNS = {"emdash": "—", "endash": "–", "bullet": "•", "lquote": "‘", "rquote": "’"}
_SIGNS |= {"ldblquote": "“", "rdblquote": "”", "~": "\xa0", "_": "-"}
_SIGNS |= dict.fromkeys(("par", "line", "sect", "page", "row", "nestrow", "\n", "\r"), "\n")
_SIGNS |= dict.fromkeys(("tab", "emspace", "enspace", "qmspace"), " ")
_SIGNS |= dict.fromkeys(("cell", "nestcell"), "\t")
_LEFT_OUT = {"annotation", "bkmkend", "bkmkstart", "colortbl", "datastore", "filetbl", "fldinst"}
_LEFT_OUT |= {"footer", "footerf", "footerl", "footerr", "footnote", "generator", "header"}
_LEFT_OUT |= {"headerf", "headerl", "headerr", "latentstyles", "listoverridetable", "listtable"}
_LEFT_OUT |= {
    "listtext",
    "nonesttables",
    "nonshppict",
    "object",
    "pict",
    "pntext",
    "revtbl",
    "rsidtbl",
}
_LEFT_OUT |= {"stylesheet", "tc", "themedata", "xe"}
_WITHIN = {"info": "text", "fonttbl": "text", "title": "info", "author": "info", "creatim": "info"}
_CHARSETS = {77: "mac_roman", 128: "cp932", 129: "cp949", 130: "johab", 134: "gbk", 136: "big5"}
_CHARSETS |= {161: "cp1253", 162: "cp1254", 163: "cp1258", 177: "cp1255", 178: "cp1256"}
_CHARSETS |= {186: "cp1257", 204: "cp1251", 222: "cp874", 238: "cp1250", 254: "cp437", 255: "cp850"}
_PAGES = {"mac": "mac_roman", "pc": "cp437", "pca": "cp850"}
_CODE_PAGES = {*_CHARSETS.values(), *_PAGES.values(), "cp1252", "cp65001"}


def pages(source: Source) -> Iterator[Page]:
    """The article of a document, or those of a news database's export."""
    raw = source.raw.removeprefix(codecs.BOM_UTF8)
    if not raw.lstrip().startswith(_OPENING):
        raise InputError(f"{source.name}: not RTF", "Save it again, as RTF, DOCX or text.")
    scan = _Scan()
    scan.read(raw)
    lines = [line.strip() for line in scan.text("text").split("\n")]
    export = canonicalise("\n".join(lines))
    if database.is_export(export.text):
        yield from database.pages_of(export, source.name)
        return
    canonical = canonicalise("\n\n".join(filter(None, lines)))
    page = Page(source.name, canonical.text, notes=canonical.notes())
    yield with_properties(page, scan.text("title"), scan.text("author"), scan.made())


@dataclass(frozen=True, slots=True)
class _Group:
    """What holds between two braces: where text goes ("" nowhere), how its bytes are read.

    `instead` is the number of characters that stand behind a Unicode one for old readers. A group
    is as the one around it until a word says otherwise, so that millions of braces cost little.
    """

    goes: str = "text"
    codec: str = ""
    hidden: bool = False
    instead: int = 1


@dataclass(slots=True)
class _Scan:
    """One pass over the tokens of a file."""

    group: _Group = field(default_factory=_Group)
    _outer: list[_Group] = field(default_factory=list)
    _pieces: defaultdict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    _waiting: bytearray = field(default_factory=bytearray)
    _codec: str = "cp1252"
    _fonts: dict[int, str] = field(default_factory=dict)
    _font: int = 0
    _usual: int = 0
    _skip: int = 0
    _day: dict[str, int] = field(default_factory=dict)

    def read(self, raw: bytes) -> None:
        """Take in all of a file."""
        position = 0
        while match := _TOKEN.search(raw, position):
            position = match.end()
            word, number, byte, sign, brace, plain = match.groups()
            if sign in (b"\\", b"{", b"}"):  # as any other, the second half of a character too
                plain = sign
            if plain or byte:
                self._bytes(plain or bytes.fromhex(byte.decode()))
                continue
            self._flush()
            if brace:
                self._turn(brace == b"{")
            elif word == b"bin":
                position += max(0, int(number or 0))
            elif word:
                self._obey(word.decode(), None if number is None else int(number))
            elif sign == b"*":
                self._set(goes="")
            else:
                self._put(_SIGNS.get(sign.decode("latin-1"), ""))
        self._flush()

    def text(self, name: str) -> str:
        """What was put in one place; halves of characters beyond U+FFFF are joined."""
        joined = "".join(self._pieces[name])
        return joined.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")

    def made(self) -> str:
        """The ISO day of the document's making, or nothing."""
        parts = [self._day.get(name, 0) for name in ("yr", "mo", "dy")]
        return "{:04}-{:02}-{:02}".format(*parts) if all(parts) else ""

    def _bytes(self, found: bytes) -> None:
        skipped = min(self._skip, len(found))
        self._skip -= skipped
        self._waiting += found[skipped:]

    def _flush(self) -> None:
        """Decode what waits; characters of two bytes may have come one by one."""
        if self._waiting:
            codec = self.group.codec or self._fonts.get(self._usual, self._codec)
            self._put(self._waiting.decode(codec, "replace"))
            self._waiting.clear()

    def _put(self, text: str) -> None:
        self._skip = 0
        if text and self.group.goes and not self.group.hidden:
            self._pieces[self.group.goes].append(text)

    def _turn(self, opens: bool) -> None:
        self._skip = 0
        if opens:
            self._outer.append(self.group)
        elif self._outer:
            self.group = self._outer.pop()

    def _obey(self, word: str, number: int | None) -> None:
        group = self.group
        if word == "u" and number is not None:
            self._put(chr(number & 0xFFFF))
            self._skip = group.instead
        elif word in _SIGNS:
            self._put(_SIGNS[word])
        elif word in _LEFT_OUT:
            self._set(goes="")
        elif group.goes == _WITHIN.get(word):
            self._set(goes=word)
        elif word in ("yr", "mo", "dy") and group.goes == "creatim":
            self._day[word] = number or 0
        elif word in _PAGES:
            self._codec = _PAGES[word]
        elif word == "ansicpg" and f"cp{number}" in _CODE_PAGES:
            self._codec = f"cp{number}"
        elif group.goes == "fonttbl":
            self._tell_font(word, number)
        else:
            self._style(word, number or 0, switched_on=number != 0)

    def _tell_font(self, word: str, number: int | None) -> None:
        if word == "f":
            self._font = number or 0
        elif word == "fcharset" and number in _CHARSETS:
            self._fonts[self._font] = _CHARSETS[number]

    def _style(self, word: str, number: int, *, switched_on: bool) -> None:
        """What says how text is read from here to the end of its group."""
        if word == "uc":
            self._set(instead=max(0, number))
        elif word in ("v", "deleted"):
            self._set(hidden=switched_on)
        elif word == "plain":
            self._set(hidden=False, codec="")
        elif word == "deff":
            self._usual = number
        elif word == "f":
            self._set(codec=self._fonts.get(number, self._codec))

    def _set(self, **said: str | bool | int) -> None:
        self.group = replace(self.group, **said)  # type: ignore[arg-type]
