"""Folders and files: what is read, in which order, what is not, and what is said of it."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from checker.articles import read_articles
from checker.articles.glue import find_splits
from checker.errors import InputError
from tests.articles.conftest import ReadOne, ReadSet

TEXT = "The harbour council said on Tuesday that work on the bridge would start in June.\n"
# Latin letters in no language's order: an encoding fits, but not well.
GARBLED = (
    b"The brid\xa6e clos\xa6d o\xe4 Monday,\xaf\xfdhe coun\xb1il s\xa3id. Nobo\xa8y \xfca\xfa hurt\xf9when "
    b"th\xf8 fe\xd6ry hit \xeeh\xa8 pier \xaen the har\xaao\xe5\xc2."
)


def test_a_missing_path(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"/nowhere: no such file or folder; give the folder that holds the articles$"):
        read_articles(tmp_path / "nowhere")


def test_an_empty_folder(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no articles in it; put some there") as caught:
        read_articles(tmp_path)
    assert "\n" not in str(caught.value)


def test_a_folder_without_an_article(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"%PDF")
    (tmp_path / "b.txt").write_bytes(b"")
    with pytest.raises(InputError, match=r"no article that can be read \(a.pdf: not read: .*, and 1 more\)"):
        read_articles(tmp_path)


def test_a_single_file_uses_the_sources_beside_it(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "b.txt").write_text(TEXT)
    (tmp_path / "sources.csv").write_text("file,source,published,url\na.txt,The Harbour Times,,\nb.txt,Port Radio,,\n")
    found = read_articles(str(tmp_path / "a.txt"))
    assert [(article.path, article.source) for article in found] == [("a.txt", "The Harbour Times")]
    assert found.root == str(tmp_path)
    assert not found.skipped


def test_files_come_in_the_order_of_their_paths(read_set: ReadSet) -> None:
    found = read_set(**{"b.txt": TEXT, "a__z.txt": TEXT, "A.txt": TEXT, "a__b__c.TXT": TEXT})
    assert [article.path for article in found] == ["A.txt", "a/b/c.TXT", "a/z.txt", "b.txt"]


def test_hidden_files_and_folders_are_left_alone(read_set: ReadSet) -> None:
    found = read_set(**{"a.txt": TEXT, ".b.txt": TEXT, ".git__c.txt": TEXT})
    assert len(found) == 1
    assert not found.skipped


def test_what_is_skipped_and_why(read_set: ReadSet) -> None:
    files: dict[str, str | bytes] = {
        "a.txt": TEXT,
        "binary.txt": b"\x89PNG\x00\x01",
        "blank.txt": " \r\n\t",
        "controls.txt": b"\x01\x02\x03\x04 some text",
        "furniture.txt": "Scroll to Top\n",
        "image.png": b"\x89PNG",
        "noise.txt": bytes(range(128, 160)) * 4,
        "garbled.txt": GARBLED,
        "README.md": "# About this folder\n",
        "unseen.txt": "\u200b\u00ad\n",
        "without": TEXT,
    }
    found = read_set(**files)
    suffixes = ".txt, .md, .html, .htm, .json, .jsonl, .csv"
    assert [article.path for article in found] == ["a.txt"]
    assert {row.file: row.reason for row in found.skipped} == {
        "README.md": "not read: by its name it is about the folder, not an article",
        "binary.txt": "binary, not text",
        "blank.txt": "empty",
        "controls.txt": "binary, not text",
        "furniture.txt": "nothing but site furniture in it",
        "garbled.txt": "not UTF-8, and no other encoding fits; save it as UTF-8",
        "image.png": f"not read: .png is none of {suffixes}",
        "noise.txt": "not UTF-8, and no other encoding fits; save it as UTF-8",
        "unseen.txt": "empty",
        "without": f"not read: no suffix is none of {suffixes}",
    }


def test_links_and_special_files(read_set: ReadSet, tmp_path: Path) -> None:
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nothing.txt")
    (tmp_path / "loop").symlink_to(tmp_path)
    os.mkfifo(tmp_path / "pipe.txt")
    found = read_set(**{"a.txt": TEXT})
    assert [(row.file, row.reason) for row in found.skipped] == [
        ("gone.txt", "a link to nothing"),
        ("pipe.txt", "not a regular file"),
    ]


def test_a_folder_that_cannot_be_listed(read_set: ReadSet, monkeypatch: pytest.MonkeyPatch) -> None:
    real = os.scandir

    def refuse(path: Path | str) -> object:
        if Path(path).name == "closed":
            raise PermissionError(13, "Permission denied", str(path))
        return real(path)

    monkeypatch.setattr(os, "scandir", refuse)
    found = read_set(**{"a.txt": TEXT, "closed__b.txt": TEXT})
    assert [(row.file, row.reason) for row in found.skipped] == [("closed", "this folder can't be listed")]


def test_a_file_that_cannot_be_opened(read_set: ReadSet, monkeypatch: pytest.MonkeyPatch) -> None:
    real = Path.read_bytes

    def refuse(path: Path) -> bytes:
        if path.name == "b.txt":
            raise PermissionError(13, "Permission denied")
        return real(path)

    monkeypatch.setattr(Path, "read_bytes", refuse)
    found = read_set(**{"a.txt": TEXT, "b.txt": TEXT})
    assert [(row.file, row.reason) for row in found.skipped] == [("b.txt", "can't be opened (Permission denied)")]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252", "latin-1"])
def test_encodings(encoding: str, read_one: ReadOne) -> None:
    text = "Der Bürgermeister sagte am Dienstag, die Brücke über den Fluß bleibe geschlossen. Größere Schäden."
    article = read_one(text.encode(encoding), "one.txt")
    assert article.text == text
    assert article.span(0, 3).column == 1


def test_broken_utf_16(read_set: ReadSet) -> None:
    found = read_set(**{"a.txt": TEXT, "b.txt": b"\xff\xfeabc"})
    assert [row.reason for row in found.skipped] == ["damaged UTF-16 text"]


def test_sources_win_over_the_text(read_set: ReadSet) -> None:
    found = read_set(
        **{
            "a.txt": f"Port News Agency: {TEXT}\nMay 5, 2010\n",
            "b__c.txt": f"Port News Agency: {TEXT}",
            "b__sources.csv": '\ufefffile;source;published;url\r\nc.txt;"Times; The";;https://example.org/2018/01/31/x\r\n',
            "sources.csv": "file,source,published,url\na.txt,The Harbour Times,2013-07-03,\n",
        }
    )
    first, second = found
    assert (first.source, first.source_origin, first.published.stamp) == (
        "The Harbour Times",
        "metadata",
        "2013-07-03",
    )
    assert first.text.startswith("Port News Agency: ")
    assert (second.source, second.published.stamp) == ("Times; The", "2018-01-31")
    assert not found.skipped


def test_sources_of_the_folder_above_name_files_by_path(read_set: ReadSet) -> None:
    found = read_set(**{"b__c.txt": TEXT, "sources.csv": "file,source\nb/c.txt,The Harbour Times\n"})
    assert found.articles[0].source == "The Harbour Times"


def test_sources_of_a_row(read_set: ReadSet) -> None:
    found = read_set(**{"a.csv": f"text\n{TEXT}{TEXT}", "sources.csv": "file,source\na.csv,All\na.csv#2,Second\n"})
    assert [article.source for article in found] == ["All", "Second"]


def test_sources_of_a_file_with_a_hash_in_its_name(read_set: ReadSet) -> None:
    found = read_set(**{"a#1.txt": TEXT, "sources.csv": "file,source\na#1.txt,The Harbour Times\n"})
    assert [article.source for article in found] == ["The Harbour Times"]
    assert not found.skipped


def test_sources_with_misspelt_columns_or_a_file_twice(read_set: ReadSet) -> None:
    found = read_set(**{"a.txt": TEXT, "sources.csv": "file,sourc,publised\na.txt,Times,2013-07-03\n"})
    reason = "not used: beside file there is no column named source, published or url"
    assert [row.reason for row in found.skipped] == [reason]
    found = read_set(**{"a.txt": TEXT, "sources.csv": "file,source\na.txt,Times\na.txt,Post\n"})
    assert [row.reason for row in found.skipped] == ["row 2: a.txt has a row above, which is not used"]
    assert found.articles[0].source == "Post"


def test_the_credit_goes_off_where_the_metadata_name_the_outlet_too(read_set: ReadSet) -> None:
    """With and without a sources.csv the text, and so the ids of conflicts, are the same."""
    credited = f"Port News Agency: {TEXT}"
    stated = read_set(**{"a.txt": credited, "sources.csv": "file,source\na.txt,Port News Agency\n"})
    alone = read_set(**{"a.txt": credited})
    assert stated.articles[0].text == alone.articles[0].text == read_set(**{"a.txt": TEXT}).articles[0].text


def test_sources_that_cannot_be_used(read_set: ReadSet) -> None:
    found = read_set(
        **{
            "a.txt": f"{TEXT}\nMay 5, 2010\n",
            "b__c.txt": TEXT,
            "b__sources.csv": "name,source\nc.txt,x\n",
            "sources.csv": "file,source,published\na.txt,Times,some day\nz.txt,Post,\n",
        }
    )
    assert [(row.file, row.reason) for row in found.skipped] == [
        ("b/sources.csv", "not used: no column named file (the columns are file, source, published, url)"),
        ("sources.csv", "row 1: the date 'some day' of a.txt can't be read; use 2024-11-15"),
        ("sources.csv", "row 2: no file 'z.txt' here"),
    ]
    assert (found.articles[0].source, found.articles[0].published.stamp) == ("Times", "2010-05-05")


def test_binary_sources(read_set: ReadSet) -> None:
    found = read_set(**{"a.txt": TEXT, "sources.csv": b"\x00\x01"})
    assert [(row.file, row.reason) for row in found.skipped] == [("sources.csv", "not used: binary, not text")]


def test_many_bad_rows_are_one(read_set: ReadSet) -> None:
    found = read_set(**{"a.txt": TEXT, "b.jsonl": '{"kind": 1}\n' * 20})
    assert [row.reason for row in found.skipped] == [
        "none of its 20 rows is an article (row 1: no text (looked for text, body, content, article))"
    ]


def test_agency_credit_stays_and_legal_words_go(read_one: ReadOne) -> None:
    article = read_one(f"{TEXT}\n{TEXT}\nCopyright 2018 The Associated Press. All rights reserved.\n")
    assert article.text.endswith("Copyright 2018 The Associated Press.")
    assert [row.reason for row in article.left_out] == ["paragraph repeated", "copyright line"]


def test_a_date_line_inside_an_article_is_text(read_one: ReadOne) -> None:
    lines = [f"The bridge was closed for the {i}th time." for i in range(20)]
    article = read_one("\n\n".join([*lines[:10], "March 5, 2024", *lines[10:]]))
    assert "March 5, 2024" in article.text
    assert article.left_out == ()


def test_a_refrain_is_no_repeat(read_one: ReadOne) -> None:
    article = read_one("He asked why.\n\nNobody knew.\n\nHe asked why.\n")
    assert article.text.count("He asked why.") == 2


def test_the_dates_of_a_chronicle_are_its_text(read_one: ReadOne) -> None:
    days = [f"March {day}, 2024" for day in range(1, 6)]
    entries = "\n\n".join(f"{day}\n\nThe bridge was closed, for the {day} time." for day in days[1:])
    article = read_one(f"How the bridge closed\n\n{days[0]}\n\n{entries}\n")
    assert [(row.text, row.reason) for row in article.left_out] == [(days[0], "publication date")]
    assert article.published.stamp == "2024-03-01"
    assert all(f"\n\n{day}\n\n" in article.text for day in days[1:])


def test_invisible_characters_and_windows_lines(read_one: ReadOne) -> None:
    raw = "\ufeffBridge work de\u00adlayed\r\n\r\nThe\u00a0harbour council\u200b said\r\nso on Tuesday.\r\n"
    article = read_one(raw)
    assert article.title == "Bridge work delayed"
    assert article.text.endswith("The harbour council said\n\nso on Tuesday.")
    start = article.text.index("council")
    assert (article.span(start, start + 7).line, article.span(start, start + 7).column) == (3, 13)


GLUED = (
    "The harbour council said that it would considerall offers for the bridge,including those from abroad. "
    "Officials underlinedthat nothing was decided, andadded that talks wouldcontinue until the autumn. "
    "The mayor told reporters that peopleliving near the bridge hadbeen asked for their views."
)


def test_words_glued_at_random_places_are_parted_too(read_one: ReadOne) -> None:
    article = read_one(GLUED)
    (row,) = article.left_out
    assert row.reason == "repaired: 7 pairs of words that were glued together"
    assert row.text.startswith("considerall -> consider all; bridge,including -> bridge, including; ")
    assert "people living near the bridge had been asked" in article.text


def test_a_few_odd_words_are_not_touched(read_one: ReadOne) -> None:
    text = "The beedoop machine made a peopleliving noise, said the councilman. " + TEXT
    assert read_one(text).left_out == ()


def test_foreign_text_is_not_touched(read_one: ReadOne) -> None:
    text = (
        "Der Bürgermeister erklärte Journalisten,dass sich Bauarbeiten verzögern,weil Lieferanten streiken: "
        "Land,hat Hand,die Wind,was Gold,man Arm,also Rest,den. Gemeinderäte beantragten Sondersitzungen."
    )
    assert len(list(find_splits(text))) >= 4
    assert not [row for row in read_one(text).left_out if row.reason.startswith("repaired")]


def test_too_few_cases_for_a_long_text(read_one: ReadOne) -> None:
    """Four slips in a long article are slips, not lost line ends."""
    slips = "The mayor wouldconsider it,including this; peopleliving here andadded that."
    words = " ".join(f"The harbour council met again for the {i}th time on the bridge." for i in range(60))
    assert len(list(find_splits(slips))) >= 4
    assert read_one(f"{slips}\n\n{words}").left_out == ()


@pytest.mark.parametrize(
    ("name", "unit"),
    [
        ("a.txt", "Read More\n\nA headline\n\n"),
        ("a.txt", "a,b"),
        ("a.txt", '."'),
        ("a.txt", "By Aa "),
        ("a.txt", "\r\n"),
        ("a.md", "["),
        ("a.md", "*a"),
        ("a.md", "<!--"),
        ("a.json", '{"a":'),
        ("a.jsonl", '{"a"\n'),
        ("a.csv", 'text\n"'),
        ("a.html", "<"),
        ("a.html", "<!--"),
        ("a.html", "<p>a b c d e f g h i j k l m n o p q r s t u v w x y z "),
    ],
)
def test_no_reader_takes_more_than_linear_time(name: str, unit: str, read_set: ReadSet) -> None:
    size = 100_000
    start = time.monotonic()
    read_set(**{name: unit * (size // len(unit)), "z.txt": TEXT})
    assert time.monotonic() - start < 10  # about 1 s here; what is quadratic takes minutes
