"""Zip archives are read in memory, and what is hostile in them is refused."""

import stat
import zipfile
from pathlib import Path

import pytest

from annotator import ingest
from annotator.ingest import Draft, Refused, packed

TEXT = "The council voted on Monday to close the old bridge, the mayor said."


def pack(path: Path, members: dict[str, bytes]) -> list[Draft | Refused]:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return list(ingest.read([path]))


def test_members_are_read_by_kind_in_sorted_order(tmp_path: Path) -> None:
    members = {"b.txt": TEXT.encode(), "a.jsonl": b'{"text": "One."}', "c.png": b"\x89PNG"}
    results = pack(tmp_path / "a.zip", members)
    assert [r.path.rpartition("!")[2] for r in results] == ["a.jsonl:1", "b.txt"]
    assert all(isinstance(result, Draft) for result in results)


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("../evil.txt", b"x", "leaves the archive"),
        ("/etc/evil.txt", b"x", "leaves the archive"),
        ("C:/evil.txt", b"x", "leaves the archive"),
        ("bomb.txt", b"a" * 20_000_000, "packed too tightly"),
        ("inner.zip", b"PK\x05\x06" + bytes(18), "inside an archive"),
        ("bad.txt", b"\xff", "not valid utf-8"),
    ],
)
def test_a_hostile_member_is_refused_alone(
    tmp_path: Path, name: str, content: bytes, said: str
) -> None:
    results = pack(tmp_path / "a.zip", {name: content, "ok.txt": TEXT.encode()})
    refused = [r for r in results if isinstance(r, Refused)]
    assert len(results) == 2
    assert said in refused[0].error.message


def test_links_are_refused(tmp_path: Path) -> None:
    link = zipfile.ZipInfo("link.txt")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr(link, "/etc/hostname")
    (result,) = ingest.read([tmp_path / "a.zip"])
    assert isinstance(result, Refused)
    assert "a link" in result.error.message


def test_broken_and_empty_archives(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(b"PK\x03\x04 not really")
    (broken,) = ingest.read([tmp_path / "a.zip"])
    (empty,) = pack(tmp_path / "b.zip", {})
    assert isinstance(broken, Refused)
    assert "broken archive" in broken.error.message
    assert isinstance(empty, Refused)
    assert "without articles" in empty.error.message


def test_names_that_differ_in_case_only_are_two_articles(tmp_path: Path) -> None:
    results = pack(tmp_path / "a.zip", {"A.txt": b"One.", "a.txt": b"Two."})
    assert [result.text for result in results if isinstance(result, Draft)] == ["One.", "Two."]


def test_an_encrypted_member_is_refused_alone(tmp_path: Path) -> None:
    pack(tmp_path / "a.zip", {"a.txt": TEXT.encode(), "b.txt": TEXT.encode()})
    raw = bytearray((tmp_path / "a.zip").read_bytes())
    raw[6] |= 1  # the flag in the header of the first member
    raw[raw.index(b"PK\x01\x02") + 8] |= 1  # and in its entry of the directory
    (tmp_path / "a.zip").write_bytes(raw)
    first, second = ingest.read([tmp_path / "a.zip"])
    assert isinstance(first, Refused)
    assert "encrypted" in first.error.message
    assert isinstance(second, Draft)


@pytest.mark.parametrize(
    ("limit", "said"), [("MAX_MEMBERS", "over the limit of 1"), ("MAX_TOTAL_BYTES", "unpacks to")]
)
def test_an_archive_that_holds_too_much_is_refused_unread(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, limit: str, said: str
) -> None:
    monkeypatch.setattr(packed, limit, 1)
    (result,) = pack(tmp_path / "a.zip", {"a.txt": TEXT.encode(), "b.txt": TEXT.encode()})
    assert isinstance(result, Refused)
    assert said in result.error.message


def test_a_member_that_is_larger_than_it_says_is_refused(tmp_path: Path) -> None:
    pack(tmp_path / "a.zip", {"a.txt": TEXT.encode()})
    raw = bytearray((tmp_path / "a.zip").read_bytes())
    entry = raw.index(b"PK\x01\x02")
    raw[entry + 24 : entry + 28] = (5).to_bytes(4, "little")  # unpacked size in the directory
    (tmp_path / "a.zip").write_bytes(raw)
    (result,) = ingest.read([tmp_path / "a.zip"])
    assert isinstance(result, Refused)
    assert "a.zip!a.txt" in result.error.message
