"""`sources.csv` beside articles: file, source, published, url; it wins over the articles' own words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from checker.articles.csv_cells import CellError, find_delimiter, read_cells
from checker.articles.decode import NotTextError, decode
from checker.articles.draft import Meta
from checker.articles.fields import PUBLISHED, SOURCE, URL, meta_of
from checker.articles.published import is_date
from checker.articles.walk import SOURCES_FILE
from checker.records import Skipped


@dataclass(frozen=True, slots=True)
class Sources:
    """The metadata by path relative to the folder given, and rows that can't be used."""

    rows: Mapping[str, Meta] = field(default_factory=dict)
    skipped: tuple[Skipped, ...] = ()

    def of(self, article_id: str, path: str) -> Meta:
        """What is stated of an article, or of the file that it is in."""
        return self.rows.get(article_id) or self.rows.get(path) or Meta()


def read_sources(root: Path, files: Iterable[str]) -> Sources:
    """The `sources.csv` of every folder with files in it; its file names are relative to that folder."""
    known = set(files)
    rows: dict[str, Meta] = {}
    skipped: list[Skipped] = []
    for folder in sorted({parent for file in known for parent in PurePosixPath(file).parents}):
        name = (folder / SOURCES_FILE).as_posix()
        try:
            if not (root / name).is_file():
                continue
            _read_one(root, name, known, rows, skipped)
        except (OSError, NotTextError) as error:
            skipped.append(Skipped(name, f"not used: {getattr(error, 'strerror', None) or error}"))
        except CellError as error:
            skipped.append(Skipped(name, f"not used from there on: {error}"))
    return Sources(rows, tuple(skipped))


def _read_one(root: Path, name: str, known: set[str], rows: dict[str, Meta], skipped: list[Skipped]) -> None:
    raw = decode((root / name).read_bytes())
    cells = read_cells(raw, find_delimiter(raw))
    names = [cell.text.strip().lower() for cell in next(cells, [])]
    if "file" not in names:
        skipped.append(Skipped(name, "not used: no column named file (the columns are file, source, published, url)"))
        return
    if not set(names) & {*SOURCE, *PUBLISHED, *URL}:
        skipped.append(Skipped(name, "not used: beside file there is no column named source, published or url"))
        return
    told: set[str] = set()
    for number, row in enumerate(cells, 1):
        fields = dict(zip(names, row, strict=False))
        file = (PurePosixPath(name).parent / fields["file"].text.strip()).as_posix() if "file" in fields else ""
        meta = meta_of({key: value for key, value in fields.items() if key != "file"})
        of_row = file if file in known else file.partition("#")[0]
        if of_row not in known:
            if not (root / of_row).is_file():  # it may be there, and not asked about
                skipped.append(Skipped(name, f"row {number}: no file {file!r} here"))
            continue
        if meta.published and not is_date(meta.published):
            skipped.append(
                Skipped(name, f"row {number}: the date {meta.published!r} of {file} can't be read; use 2024-11-15")
            )
            meta = Meta(meta.source, "", meta.url)
        if file in told:
            skipped.append(Skipped(name, f"row {number}: {file} has a row above, which is not used"))
        told.add(file)
        rows[file] = meta
