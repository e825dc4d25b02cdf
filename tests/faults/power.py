"""Power loss, played back: what the disk may hold after it, at any moment of real work.

The system calls of a labeller are recorded; then the files are rebuilt as they could be found if
the power had gone at a given call. What was synced is there. Of the rest, each write may be
missing, whole, or torn at a sector; a file whose making or removal was not synced in its folder
may or may not be there.
"""

import random
import re
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import faulty

SECTOR = 512

_CALLS = "openat,pwrite64,ftruncate,fsync,fdatasync,unlink,write"
_STRACE = ("strace", "-f", "-qq", "-y", "-xx", "-s1000000", f"-etrace={_CALLS}")
_LINE = re.compile(r"^\d+ +(\w+)\((.*)\) += (-?\d+)")
_FILE = re.compile(r"^\d+<([^>]*)>")
_QUOTED = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')


@dataclass(frozen=True)
class Call:
    """One call that mattered: `name`, the file's name, and what was written where."""

    name: str
    file: str
    data: bytes = b""
    at: int = 0


@dataclass
class Disk:
    """A file as the disk has it: what is safe, and what is on its way in order."""

    safe: bytearray
    pending: list[Call] = field(default_factory=list)
    named: bool = True
    removed: bool = False


def record(path: Path, count: int) -> tuple[bytes, list[Call]]:
    """Let a labeller work on the corpus at `path`; the file before, and the calls she made."""
    before = path.read_bytes()
    log = path.with_name("calls")
    done = subprocess.run(
        [*_STRACE, f"-o{log}", *faulty.command(path, "Ana", count)],
        capture_output=True,
        text=True,
        check=True,
    )
    assert len(faulty.heard(done.stdout).acknowledged) == count
    return before, list(_calls(log, path))


def _calls(log: Path, path: Path) -> Iterator[Call]:
    names = {str(path): path.name, f"{path}-journal": f"{path.name}-journal", str(path.parent): "."}
    for line in log.read_text("utf-8").splitlines():
        found = _LINE.match(line)
        if not found or found[3].startswith("-"):
            continue
        call, words = found[1], found[2]
        strings = [bytes.fromhex(s.replace("\\x", "")) for s in _QUOTED.findall(words)]
        if call == "write" and strings and strings[0].startswith((b"ack ", b"try ")):
            yield Call("say", "", strings[0])
        held = _FILE.match(words)
        raw = held[1] if held else (strings[0].decode() if strings else "")
        file = names.get(re.sub(r"\\x([0-9a-f]{2})", lambda m: chr(int(m[1], 16)), raw))
        if file is None:
            continue
        match call:
            case "pwrite64":
                yield Call("write", file, strings[0], int(words.rsplit(", ", 1)[1]))
            case "ftruncate":
                yield Call("cut", file, at=int(words.rsplit(", ", 1)[1]))
            case "fsync" | "fdatasync":
                yield Call("sync", file)
            case "openat" if "O_CREAT" in words:
                yield Call("make", file)
            case "unlink":
                yield Call("remove", file)


def images(
    before: bytes, calls: list[Call], count: int, chance: random.Random
) -> Iterator[tuple[dict[str, bytes], list[str], list[str]]]:
    """`count` possible states of the folder, with the ids tried and acknowledged until then."""
    main = next(
        c.file for c in calls if not c.file.endswith("-journal") and c.file not in ("", ".")
    )
    for stop in sorted(chance.choices(range(1, len(calls) + 1), k=count)):
        disks = {main: Disk(bytearray(before))}
        said: dict[bytes, list[str]] = {b"try": [], b"ack": []}
        for call in calls[:stop]:
            if call.name == "say":
                word, made, *_ = call.data.split()
                said[word].append(made.decode())
            else:
                _apply(disks, call)
        how = chance.choice(("drop", "some", "torn"))
        files = {
            name: _found(disk, how, chance)
            for name, disk in disks.items()
            if _is_there(disk, chance)
        }
        yield files, said[b"try"], said[b"ack"]


def _apply(disks: dict[str, Disk], call: Call) -> None:
    match call.name:
        case "make":
            old = disks.get(call.file)
            if old is None or old.removed:
                disks[call.file] = Disk(bytearray(), named=False)
        case "remove":
            disks[call.file].removed = True
        case "sync" if call.file == ".":
            for name in [name for name, disk in disks.items() if disk.removed]:
                del disks[name]
            for disk in disks.values():
                disk.named = True
        case "sync":
            disk = disks[call.file]
            for pending in disk.pending:
                _write(disk.safe, pending)
            disk.pending.clear()
        case _:
            disks[call.file].pending.append(call)


def _is_there(disk: Disk, chance: random.Random) -> bool:
    return (disk.named and not disk.removed) or chance.random() < 0.5


def _found(disk: Disk, how: str, chance: random.Random) -> bytes:
    content = bytearray(disk.safe)
    for pending in disk.pending:
        if how == "drop" or chance.random() < 0.5:
            continue
        _write(content, _torn(pending, chance) if how == "torn" else pending)
    return bytes(content)


def _torn(call: Call, chance: random.Random) -> Call:
    if call.name != "write" or len(call.data) <= SECTOR:
        return call
    sectors = chance.randrange(1, -(-len(call.data) // SECTOR))
    return Call(call.name, call.file, call.data[: sectors * SECTOR], call.at)


def _write(content: bytearray, call: Call) -> None:
    if call.name == "cut":
        content[call.at :] = bytes(max(0, call.at - len(content)))
        return
    content.extend(bytes(max(0, call.at - len(content))))
    content[call.at : call.at + len(call.data)] = call.data
