"""Corpora as each released version wrote them, kept as SQL that a person can read.

    python tests/store/freeze.py

writes `released/vN.sql` for the version of this checkout. Do so once, when a version is released; a
file that is there is never written again.
"""

import sqlite3
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

import filled

from annotator.store import header

FOLDER = Path(__file__).with_name("released")
RELEASED = sorted(FOLDER.glob("v*.sql"), key=lambda path: int(path.stem.removeprefix("v")))
SEARCH = "article_search"


def build(dump: Path, path: Path) -> Path:
    """Make the corpus that a dump describes."""
    with closing(sqlite3.connect(path)) as raw:
        raw.executescript(dump.read_text("utf-8"))
        raw.commit()
    return path


def shape(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """What the tables, views, indexes and triggers of a corpus are, however they came to be."""
    with closing(sqlite3.connect(path)) as raw:
        found: dict[str, list[tuple[object, ...]]] = {}
        for kind, name, sql in _made(raw):
            if kind == "table" and not sql.startswith("CREATE VIRTUAL"):
                found[name] = [
                    *raw.execute(f"SELECT wr, strict FROM pragma_table_list WHERE name = '{name}'"),
                    *raw.execute(f"PRAGMA table_xinfo({name})"),
                    *raw.execute(f"PRAGMA foreign_key_list({name})"),
                ]
            else:
                found[name] = [(kind, " ".join(sql.split()))]
        return found


def _made(raw: sqlite3.Connection) -> list[tuple[str, str, str]]:
    return raw.execute(
        "SELECT type, name, sql FROM sqlite_master "
        "WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%' "
        "AND (name = ?1 OR name NOT LIKE ?1 || '%') ORDER BY rootpage = 0, rowid",
        (SEARCH,),
    ).fetchall()


def dump(path: Path) -> str:
    """A corpus as SQL."""
    lines = ["PRAGMA foreign_keys=OFF;"]
    with closing(sqlite3.connect(path)) as raw:
        for pragma in ("application_id", "user_version"):
            lines.append(f"PRAGMA {pragma}={raw.execute(f'PRAGMA {pragma}').fetchone()[0]};")
        made = _made(raw)
        lines += [f"{sql};" for _, _, sql in made]
        tables = [name for kind, name, _ in made if kind == "table" and name != SEARCH]
        for table in tables:
            names = [row[1] for row in raw.execute(f"PRAGMA table_info({table})")]
            values = " || ', ' || ".join(f'quote("{name}")' for name in names)
            rows = raw.execute(f"SELECT {values} FROM {table}")
            lines += [f"INSERT INTO {table} VALUES ({row});" for (row,) in rows]
    lines.append(f"INSERT INTO {SEARCH} ({SEARCH}) VALUES ('rebuild');")
    return "\n".join(lines) + "\n"


def main() -> None:
    """Freeze the version of this checkout."""
    with TemporaryDirectory() as folder:
        path = filled.fill(Path(folder) / "c.db")
        filled.write(path, filled.work)
        with (FOLDER / f"v{header.VERSION}.sql").open("x", encoding="utf-8") as frozen:
            frozen.write(dump(path))


if __name__ == "__main__":
    main()
