"""How long a person took from one act to the next."""

import time
from collections.abc import Callable

IDLE_MS = 60_000
"""Milliseconds: the rest of a longer pause was spent elsewhere."""


class Stopwatch:
    """Laps on a clock that only goes forward, in seconds; it runs from its making on."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._last = clock()

    def lap(self) -> int:
        """Whole milliseconds since the lap before, idle time cut."""
        before, self._last = self._last, self._clock()
        return min(round((self._last - before) * 1000), IDLE_MS)
