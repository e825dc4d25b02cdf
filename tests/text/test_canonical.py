"""Canonical text: strict decoding, one kind of line end, nothing lost in silence."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.errors import InputError
from annotator.text.canonical import canonicalise, decode


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        (b"a\r\nb\rc\nd", "a\nb\nc\nd"),
        ("\ufeffé".encode(), "é"),
        ("é👏".encode("utf-16"), "é👏"),
        ("é👏".encode("utf-32"), "é👏"),
        ("a\u2028b\u0085c\x0bd".encode(), "a\u2028b\u0085c\x0bd"),
        ("cafe\u0301 ﬁ".encode(), "cafe\u0301 ﬁ"),
        (b"a\x00b", "a\ufffdb"),
    ],
)
def test_decoding(raw: bytes, text: str) -> None:
    assert decode(raw, "a.txt").text == text


def test_declared_encoding_is_used_only_when_utf8_fails() -> None:
    assert decode("é".encode("cp1252"), "a.html", "cp1252").text == "é"
    assert decode("é".encode(), "a.html", "cp1252").text == "é"


@pytest.mark.parametrize(
    ("raw", "declared", "said"),
    [
        (b"abc\xe9d", None, "a.txt: not valid utf-8: byte 0xe9 at position 3"),
        (b"abc\xe9d", "utf8", "at position 3"),
        (b"\xe9", "klingon", "unknown encoding 'klingon'"),
        (b"ab\x81", "cp1252", "not valid cp1252: byte 0x81 at position 2"),
        (b"\xff\xfea", None, "utf-16-le"),
        (bytes(range(32)) * 200, None, "binary"),
        (b"%PDF-1.7\n1 0 obj\n", None, "binary"),
    ],
)
def test_what_cannot_be_decoded_is_refused_with_its_place(
    raw: bytes, declared: str | None, said: str
) -> None:
    with pytest.raises(InputError, match=said.replace("(", r"\(")) as caught:
        decode(raw, "a.txt", declared)
    assert caught.value.hint


@given(st.text(st.characters() | st.sampled_from("\r\n\x00\ud800\ufeff")))
def test_canonical_form_is_stable_and_storable(text: str) -> None:
    once = canonicalise(text)
    assert "\r" not in once.text
    assert "\x00" not in once.text
    once.text.encode("utf-8")
    assert once.replaced == sum(c == "\x00" or "\ud800" <= c <= "\udfff" for c in text)
    if not once.text.startswith("\ufeff"):
        assert canonicalise(once.text).text == once.text
