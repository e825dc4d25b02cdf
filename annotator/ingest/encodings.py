"""Bytes to canonical text, with a suggestion when the strict rules of `text.canonical` fail."""

import codecs
import contextlib
from importlib import import_module

from annotator.errors import InputError, UsageError
from annotator.text.canonical import Canonical, Undecodable, decode

_SUGGESTED = (
    "cp1252 cp1250 cp1251 cp1253 cp1254 cp1255 cp1256 cp1257 koi8_r shift_jis euc_jp gb18030 big5 "
    "euc_kr"
)
_SAMPLE_BYTES = 16_384


def decoded(raw: bytes, name: str, declared: str | None) -> Canonical:
    """The canonical text of `raw` by the rules of `canonical.decode`.

    The InputError for bytes that break them names the encoding they look like, when
    charset-normalizer is installed and has an opinion. It is never acted on: it errs too often.
    """
    try:
        return decode(raw, name, declared)
    except Undecodable as error:
        guess = _guess(raw[max(0, error.position - _SAMPLE_BYTES // 2) :][:_SAMPLE_BYTES])
        hint = (
            f"Looks like {guess}: give --encoding {guess}, "
            f"or convert it with iconv -f {guess.upper()} -t UTF-8."
            if guess
            else "Save the file as UTF-8, or say its encoding with --encoding."
        )
        raise InputError(error.message, hint) from None


def check_encoding(name: str | None) -> None:
    """UsageError when `name` is no text encoding."""
    try:
        known = name is None or codecs.lookup(name)._is_text_encoding
    except (LookupError, ValueError):
        known = False
    if not known:
        raise UsageError(f"--encoding {name}: no such encoding", "Give cp1252, koi8-r, big5 ...")


def _guess(sample: bytes) -> str | None:
    """The encoding `sample` looks like, among those that news texts are saved in.

    Of code pages that fit alike windows-1252 is by far the most common.
    """
    with contextlib.suppress(ImportError):
        charsets = import_module("charset_normalizer")
        found = list(charsets.from_bytes(sample, cp_isolation=_SUGGESTED.split()))
        alike = [
            name for m in found if m.chaos == found[0].chaos for name in m.could_be_from_charset
        ]
        name = "cp1252" if "cp1252" in alike else next(iter(alike), None)
        return name and str(name).replace("_", "-")
    return None
