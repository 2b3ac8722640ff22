"""A folder or a file -> its articles; everything that could not be read is a row with its reason."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath

from checker.articles.build import build_article
from checker.articles.csv_rows import read_csv
from checker.articles.decode import NotTextError, decode
from checker.articles.draft import Draft, Meta, Reader
from checker.articles.html_page import read_html
from checker.articles.json_rows import read_json, read_jsonl
from checker.articles.markdown import read_markdown
from checker.articles.plain import read_plain
from checker.articles.published import is_date
from checker.articles.source import told_apart
from checker.articles.sources_csv import Sources, read_sources
from checker.articles.walk import find_files
from checker.errors import InputError
from checker.records import Article, ArticleSet, Skipped

READERS: Mapping[str, Reader] = {
    ".txt": read_plain,
    ".md": read_markdown,
    ".html": read_html,
    ".htm": read_html,
    ".json": read_json,
    ".jsonl": read_jsonl,
    ".csv": read_csv,
}
_TELLING = 3  # bad rows of a file without a good one that are still told one by one
_NOT_ARTICLES = frozenset({"readme", "license", "licence", "notice", "changelog"})  # file stems


def read_articles(path: str | Path) -> ArticleSet:
    """The articles of a folder (with the folders in it) or of one file, in the order of their paths.

    Raises InputError when the path does not exist or holds no article that can be read.
    """
    root, files, skipped = find_files(Path(path))
    sources = read_sources(root, files)
    skipped += sources.skipped
    articles: list[Article] = []
    for file in files:
        for found in _read_file(root, file, sources):
            if isinstance(found, Article):
                articles.append(found)
            else:
                skipped.append(found)
    if not articles:
        raise InputError(_nothing(path, skipped))
    return ArticleSet(tuple(told_apart(articles)), tuple(sorted(skipped, key=lambda row: row.file)), str(root))


def _read_file(root: Path, file: str, sources: Sources) -> Iterator[Article | Skipped]:
    name = PurePosixPath(file)
    reader = READERS.get(name.suffix.lower())
    if reader is None:
        yield Skipped(file, f"not read: {name.suffix or 'no suffix'} is none of {', '.join(READERS)}")
        return
    if name.stem.lower() in _NOT_ARTICLES:
        yield Skipped(file, "not read: by its name it is about the folder, not an article")
        return
    try:
        raw = _load(root / file)
    except NotTextError as error:
        yield Skipped(file, str(error))
        return
    found = list(reader(raw, file)) or [Skipped(file, "no article in it")]
    if len(found) > _TELLING and not any(isinstance(each, Draft) for each in found):
        first = next(each.reason for each in found if isinstance(each, Skipped))
        yield Skipped(file, f"none of its {len(found)} rows is an article ({first})")
        return
    for draft in found:
        yield from _finish(draft, sources) if isinstance(draft, Draft) else [draft]


def _finish(draft: Draft, sources: Sources) -> Iterator[Article | Skipped]:
    """The article; and a row when its own date can't be read."""
    meta = _merged(sources.of(draft.id, draft.path), draft)
    if meta.published and not is_date(meta.published):
        yield Skipped(draft.path, f"the date {meta.published!r} of {draft.id} can't be read and is not used")
    yield build_article(draft, meta)


def _load(path: Path) -> str:
    """The decoded text of a file; raises NotTextError with the reason when there is none."""
    if not path.is_file():
        raise NotTextError("not a regular file" if path.exists() else "a link to nothing")
    try:
        data = path.read_bytes()
    except OSError as error:
        raise NotTextError(f"can't be opened ({error.strerror})") from error
    if not data.strip():
        raise NotTextError("empty")
    return decode(data)


def _merged(stated: Meta, draft: Draft) -> Meta:
    """`sources.csv` first, then the file's own metadata, field by field."""
    own = draft.meta
    return Meta(stated.source or own.source, stated.published or own.published, stated.url or own.url)


def _nothing(path: str | Path, skipped: list[Skipped]) -> str:
    if not skipped:
        return f"{path}: no articles in it; put some there ({', '.join(READERS)})"
    first = f"{skipped[0].file}: {skipped[0].reason}"
    more = f", and {len(skipped) - 1} more" if len(skipped) > 1 else ""
    return f"{path}: no article that can be read ({first}{more}); articles are {', '.join(READERS)} files"
