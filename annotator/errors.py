"""Every error the program shows a person, as one tree, with its exit code.

AnnotatorError                1
├── UsageError                2   the command line or an action makes no sense
├── InputError                3   an article, gold or action file cannot be read
├── SchemeError               4   a scheme file is wrong
├── StoreError                5   the corpus file cannot be used
│   ├── NotACorpus            6
│   ├── NewerCorpus           7
│   ├── ReadOnlyCorpus        8
│   ├── BusyCorpus            9
│   ├── DiskFull             10
│   └── DamagedCorpus        11
├── MissingExtra             12   an optional part is not installed
├── LossError                13   an export would drop something
└── UnsoundCorpus            14   `doctor` found a broken invariant
"""

import errno


class AnnotatorError(Exception):
    """What happened (`message`, naming the file and place) and what to do next (`hint`)."""

    exit_code = 1

    def __init__(self, message: str, hint: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class UsageError(AnnotatorError):
    """The command line or an action asks for something that makes no sense."""

    exit_code = 2


class InputError(AnnotatorError):
    """A file given by the user cannot be read as what it should be."""

    exit_code = 3


class SchemeError(AnnotatorError):
    """A scheme file is wrong: the message names the file and the line or key path."""

    exit_code = 4


class StoreError(AnnotatorError):
    """The corpus file cannot be used."""

    exit_code = 5


class NotACorpus(StoreError):
    """The file is missing, is not SQLite, or was written by another program."""

    exit_code = 6


class NewerCorpus(StoreError):
    """The corpus was written by a newer version of this program."""

    exit_code = 7


class ReadOnlyCorpus(StoreError):
    """The corpus can be read but not written."""

    exit_code = 8


class BusyCorpus(StoreError):
    """Another process holds the corpus."""

    exit_code = 9


class DiskFull(StoreError):
    """There is no room left to save: the system's `codes` for it."""

    exit_code = 10
    codes = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


class DamagedCorpus(StoreError):
    """SQLite reports an I/O error or a malformed file."""

    exit_code = 11


class MissingExtra(AnnotatorError):
    """An optional part of the program is not installed; the hint names the extra."""

    exit_code = 12


class LossError(AnnotatorError):
    """An export would drop something; the message lists what."""

    exit_code = 13


class UnsoundCorpus(AnnotatorError):
    """A check of `annotator doctor` failed."""

    exit_code = 14
