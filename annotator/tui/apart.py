"""Questions that may take a while: on a thread for which neither a key nor the end has to wait."""

import contextlib
import threading
from collections.abc import Callable
from functools import partial
from typing import NoReturn, TypeVar

from textual.message_pump import MessagePump

from annotator.errors import AnnotatorError

T = TypeVar("T")
NAME = "apart"
"""What the threads are called."""


def ask(
    pump: MessagePump, question: Callable[[], T], take: Callable[[T | AnnotatorError], object]
) -> None:
    """Have `take` called, on the thread that draws, with the answer or with what was wrong.

    An error that is none of the project's own is raised there too: from a thread, its traceback
    would be written over the screen.
    """

    def work() -> None:
        told: Callable[[], object]
        try:
            told = partial(take, question())
        except AnnotatorError as error:
            told = partial(take, error)
        except Exception as error:
            told = partial(_raise, error)
        with contextlib.suppress(RuntimeError):  # the app has ended
            pump.call_later(told)

    threading.Thread(target=work, name=NAME, daemon=True).start()


def _raise(error: Exception) -> NoReturn:
    raise error
