"""Writing that is whole or not at all, reading that is bounded."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.errors import DiskFull, InputError
from annotator.files import MANIFEST, atomic_folder, atomic_writer, packaged, read_bytes, safe_name


def test_text_is_utf8_with_lf(tmp_path: Path) -> None:
    path = tmp_path / "new" / "deep" / "a.txt"
    with atomic_writer(path) as stream:
        stream.write("é\n😀\n")
    assert path.read_bytes() == "é\n😀\n".encode()


def test_the_old_file_stays_until_the_new_one_is_whole(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("old")
    with atomic_writer(path) as stream:
        stream.write("new")
        stream.flush()
        assert path.read_text() == "old"
    assert path.read_text() == "new"


def test_a_failing_body_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("old")
    with pytest.raises(UnicodeEncodeError), atomic_writer(path) as stream:
        stream.write("half, then half of a surrogate pair: \ud800")
    assert path.read_text() == "old"
    assert os.listdir(tmp_path) == ["a.txt"]


KILLED = """
import sys, time
from pathlib import Path
from annotator.files import atomic_writer
with atomic_writer(Path(sys.argv[1])) as stream:
    stream.write("half" * 100_000)
    stream.flush()
    sys.stdout.write("ready\\n")
    sys.stdout.flush()
    time.sleep(60)
"""


def test_a_killed_writer_leaves_the_old_file_and_its_rest_is_swept(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("old")
    with subprocess.Popen(
        [sys.executable, "-c", KILLED, str(path)], stdout=subprocess.PIPE, text=True
    ) as writer:
        assert writer.stdout is not None
        assert writer.stdout.readline() == "ready\n"
        with atomic_writer(path) as stream:  # a live writer's part file is not touched
            stream.write("mine")
        assert len(os.listdir(tmp_path)) == 2
        writer.kill()
        writer.wait()
    assert path.read_text() == "mine"
    with atomic_writer(path) as stream:
        stream.write("newer")
    assert os.listdir(tmp_path) == ["a.txt"]


FULL = """
import resource, sys
from pathlib import Path
from annotator.errors import DiskFull
from annotator.files import atomic_writer
resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))
try:
    with atomic_writer(Path(sys.argv[1])) as stream:
        for _ in range(100):
            stream.write("x" * 10_000)
except DiskFull as error:
    sys.stdout.write(error.message)
"""


def test_a_full_disk_says_so_and_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("old")
    done = subprocess.run(
        [sys.executable, "-c", FULL, str(path)], capture_output=True, text=True, check=True
    )
    assert done.stdout.startswith(f"{path}: not written: ")
    assert path.read_text() == "old"
    assert os.listdir(tmp_path) == ["a.txt"]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_device_is_written_to_and_not_replaced() -> None:
    with pytest.raises(DiskFull), atomic_writer(Path("/dev/full")) as stream:
        stream.write("x" * 100_000)
    with atomic_writer(Path(os.devnull)) as stream:
        stream.write("x")
    assert not Path(os.devnull).is_file()


def test_a_pipe_gets_nothing_of_what_fails(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reading = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    with pytest.raises(KeyError), atomic_writer(pipe) as stream:  # noqa: PT012  (fails half way)
        stream.write("half")
        raise KeyError
    assert os.read(reading, 9) == b""
    with atomic_writer(pipe) as stream:
        stream.write("whole")
    assert os.read(reading, 9) == b"whole"
    os.close(reading)


def test_a_link_is_replaced_and_its_target_kept(tmp_path: Path) -> None:
    target, link = tmp_path / "target", tmp_path / "link"
    target.write_text("precious")
    link.symlink_to(target)
    with atomic_writer(link) as stream:
        stream.write("new")
    assert target.read_text() == "precious"
    assert link.read_text() == "new"
    assert not link.is_symlink()


def test_the_umask_decides_who_may_read(tmp_path: Path) -> None:
    before = os.umask(0o077)
    try:
        with atomic_writer(tmp_path / "a") as stream:
            stream.write("x")
    finally:
        os.umask(before)
    assert (tmp_path / "a").stat().st_mode & 0o777 == 0o600


def test_what_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with (
        pytest.raises(InputError, match="cannot be written"),
        atomic_writer(tmp_path / "file" / "a"),
    ):
        pass
    with pytest.raises(InputError, match="cannot be written"), atomic_writer(tmp_path) as stream:
        stream.write("x")


def test_a_long_name_can_be_written(tmp_path: Path) -> None:
    path = tmp_path / ("n" * 250)
    with atomic_writer(path) as stream:
        stream.write("x")
    assert path.read_text() == "x"


def fill(path: Path, **files: str) -> None:
    with atomic_folder(path) as folder:
        for name, text in files.items():
            (folder / name).write_text(text, "utf-8")


def test_a_folder_comes_whole_with_its_manifest(tmp_path: Path) -> None:
    out = tmp_path / "out"
    fill(out, a="one", b="two")
    fill(out, c="three")
    listed = json.loads((out / MANIFEST).read_text("utf-8"))["files"]
    assert list(listed) == ["c"]
    assert sorted(os.listdir(out)) == ["c", MANIFEST]
    assert os.listdir(tmp_path) == ["out"]


def test_a_folder_that_fails_leaves_the_old_one(tmp_path: Path) -> None:
    out = tmp_path / "out"
    fill(out, a="one")
    with pytest.raises(UnicodeEncodeError):
        fill(out, b="half", c="\ud800")
    assert sorted(os.listdir(out)) == ["a", MANIFEST]
    assert os.listdir(tmp_path) == ["out"]


def test_a_folder_with_files_of_ones_own_is_never_replaced(tmp_path: Path) -> None:
    out = tmp_path / "out"
    fill(out, a="one")
    (out / "thesis.txt").write_text("precious")
    with pytest.raises(InputError, match=r"thesis\.txt is not what an export wrote"):
        fill(out, a="two")
    assert (out / "thesis.txt").read_text() == "precious"
    (out / "thesis.txt").unlink()
    (out / "a").write_text("one, and hours of work on it")
    with pytest.raises(InputError, match="a is not what an export wrote"):
        fill(out, a="two")
    (tmp_path / "file").write_text("precious")
    with pytest.raises(InputError):
        fill(tmp_path / "file", a="two")


@pytest.mark.parametrize(
    "name", ["../../etc/passwd", "CON", "a/b\\c", "  ", "x" * 500, "Zürich: «Ja»", "\x1b[2J", "."]
)
def test_a_name_from_data_is_a_plain_file_name(name: str) -> None:
    made = safe_name(name, "0123456789abcdef")
    assert made.endswith("0123456789abcdef")
    assert set(made) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
    assert len(made) <= 60


@given(st.text())
def test_any_name_from_data_is_harmless(name: str) -> None:
    assert Path(safe_name(name, "id")).name == safe_name(name, "id")


def test_reading_is_bounded(tmp_path: Path) -> None:
    path = tmp_path / "big"
    path.write_bytes(b"x" * 11)
    assert read_bytes(path, 11) == b"x" * 11
    with pytest.raises(InputError, match="over the limit"):
        read_bytes(path, 10)
    with pytest.raises(InputError, match="a folder, not a file"):
        read_bytes(tmp_path)
    with pytest.raises(InputError, match="no such file"):
        read_bytes(tmp_path / "none")


def test_the_packaged_schemes_are_found() -> None:
    assert (packaged("schemas") / "framing.toml").is_file()
