"""Page layouts of universities, weblogs, charities, parishes and the like: no newsrooms.

They were written in two rounds, each measured before anything was mended for it (docs/ingest.md
has the figures).
"""

from collections.abc import Callable

from mockcivic import charity, ministry, parish, substack, union, weblog
from mocklearned import institute, lab, museum, school, society, university
from mocktold import Told

FIRST: tuple[Callable[[Told], None], ...] = (
    university, weblog, charity, parish, institute, society,
)  # fmt: skip

SECOND: tuple[Callable[[Told], None], ...] = (
    ministry, museum, union, substack, school, lab,
)  # fmt: skip

LAYOUTS = (*FIRST, *SECOND)
