"""Titles, publication dates and languages of what is read."""

from __future__ import annotations

import json
from datetime import date

import pytest

from checker.load import load
from checker.model import Article

BODY = "The minister met the house on Monday. They talked about the harbour and the fish in it."


def read(text: str, path: str = "a.txt") -> Article:
    (article,) = load(path, text.encode()).articles
    return article


def published(article: Article) -> tuple[str, str]:
    when = article.source.published
    if when is None:
        return "", article.source.dated_by
    assert when.basis == "published"
    days = sorted({when.first, when.last})
    return "/".join(date.fromordinal(day).isoformat() for day in days), article.source.dated_by


@pytest.mark.parametrize(
    "line",
    [
        "Date: 2021-04-09",
        "Published: Friday, April 9, 2021 10:30 AM",
        "First published: 9th April 2021",
        "Posted on April 9, 2021 by Jane Doe",
        "Posted on 9 April 2021 in Politics",
        "date 2021-04-09 Harbour News: click here",
        "By Jane Doe | Published: April 9, 2021 | Updated: April 11, 2021",
        "DATE = 9 Apr 2021, 10:31 GMT",
    ],
)
def test_a_header_line_tells_the_day(line: str) -> None:
    assert published(read(f"{line}\n\nTalks in the harbour\n\n{BODY}")) == ("2021-04-09", "header line")
    assert published(read(f"Talks in the harbour\n\n{line}\n\n{BODY}")) == ("2021-04-09", "header line")


@pytest.mark.parametrize(
    "line",
    [
        "Apr 9, 2021",
        "Friday, April 9, 2021",
        "2021-04-09 11:00",
        "By Jane Doe, April 9, 2021",
        "April 9, 2021 by Jane Doe",
        "9 April 2021, 10:31 GMT",
        "April 9, 2021 - Harbour",
    ],
)
def test_a_line_that_is_only_a_date_tells_the_day(line: str) -> None:
    assert published(read(f"Talks in the harbour\n{line}\n\n{BODY}")) == ("2021-04-09", "date line")


@pytest.mark.parametrize(
    "start", ["OSLO, April 9, 2021 (Agency) - ", "Oslo, 9 April 2021 — ", "OSLO, 9 April 2021: "]
)
def test_a_dateline_tells_the_day(start: str) -> None:
    assert published(read(f"Talks in the harbour\n\n{start}{BODY}")) == ("2021-04-09", "dateline")


@pytest.mark.parametrize(
    "line",
    [
        "Updated: April 9, 2021",
        "Published April 9, 2021, the report tells of the harbour and all the fish in it.",
        "Published in 1990, the book tells of it.",
        "On April 9, 2021, the house met.",
        "OSLO, April 9 (Agency) - The house met.",
        "In Oslo, on 9 April 2021 - a Friday - the house met.",
        "April 9, 2021 in the harbour",
        "April 2021",
        "The year was 2021",
    ],
)
def test_other_lines_with_dates_tell_nothing(line: str) -> None:
    assert published(read(f"{line}\n\n{BODY}")) == ("", "")


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("a.txt", f"Published: 04/05/2021\n\n{BODY}"),
        ("a.txt", f"04/05/2021\n\n{BODY}"),
        ("a.md", f"---\ndate: 04/05/2021\n---\n{BODY}"),
        ("a.html", f'<meta name="date" content="04/05/2021"><p>{BODY}</p>'),
        ("a.jsonl", json.dumps({"id": "1", "date": "04/05/2021", "text": BODY})),
    ],
)
def test_a_doubtful_day_is_read_in_the_preferred_order(path: str, text: str) -> None:
    months = []
    for order in ("dmy", "mdy"):
        (article,) = load(path, text.encode(), order).articles
        months.append(date.fromordinal(article.source.published.first).isoformat())
    assert months == ["2021-05-04", "2021-04-05"]
    (article,) = load(path, text.encode()).articles
    assert article.source.published is None or not article.source.published.sure


def test_a_date_far_down_is_not_the_day_of_publication() -> None:
    assert published(read(f"Talks\n\n{BODY * 20}\n\nApr 9, 2021\n\n{BODY}")) == ("", "")


@pytest.mark.parametrize(
    "path",
    [
        "2021-04-09-talks.txt",
        "news/2021-04-09.txt",
        "2021_04_09.txt",
        "20210409.txt",
        "x_20210409.txt",
        "2021/04/09/talks.txt",
    ],
)
def test_the_name_of_a_file_tells_the_day(path: str) -> None:
    assert published(read(BODY, path)) == ("2021-04-09", "file name")


@pytest.mark.parametrize(
    "path", ["2021-13-09.txt", "1a20210409f.txt", "20190231.txt", "2021-04.txt", "120210409.txt"]
)
def test_other_numbers_in_names_tell_nothing(path: str) -> None:
    assert published(read(BODY, path)) == ("", "")


@pytest.mark.parametrize(
    ("front", "day"),
    [
        ("date: 2021-04-09", "2021-04-09"),
        ("Date: 2021-04-09 8:47:00 -0400", "2021-04-09"),
        ("date: '2021-04-09T10:00:00+05:30'", "2021-04-09"),
        ("pubDate: Fri, 09 Apr 2021 10:00:00 GMT", "2021-04-09"),
        ("lastmod: 2022-01-01\npublish_date: April 9, 2021\ndate: 2020-01-01", "2021-04-09"),
        ("date: 2021-04", "2021-04-01/2021-04-30"),
    ],
)
def test_front_matter_tells_the_day_before_all_else(front: str, day: str) -> None:
    text = f"---\n{front}\n---\nDate: 2019-09-09\n\n{BODY}"
    assert published(read(text, "2018-08-08-a.md")) == (day, "front matter")


def test_toml_front_matter() -> None:
    article = read(f'+++\ntitle = "Talks"\ndate = 2021-04-09T10:00:00Z\n+++\n{BODY}', "a.md")
    assert published(article) == ("2021-04-09", "front matter")
    assert article.source.title == "Talks"


TOML = [
    ("title = 'Zoë''\n", None, "", "Expected newline or end of document after a statement (line 2)"),
    ('title = "Talks"\ndate = soon\n', "Talks", "Talks", "Invalid value (line 3)"),
    ("title = 'Talks'\nx = " + "[" * 5000 + "\n", None, "", "nested too deeply"),
    ("x = '''\ntitle = 'No'\n'''\ntitle = 'Talks'\n", "Talks", "Talks", ""),
    ('title = "T\\u00e4lks"\n', "Tälks", "", ""),
    ("title = 5\n[more]\ntitle = 'No'\n", "5", "", ""),
]


@pytest.mark.parametrize(("front", "title", "block", "message"), TOML)
def test_toml_is_read_as_far_as_it_can_be(front: str, title: str | None, block: str, message: str) -> None:
    """What cannot be read of it is a problem; the lines before and the body are read."""
    loaded = load("a.md", f"+++\n{front}+++\n\n{BODY}".encode())
    (article,) = loaded.articles
    assert article.source.title == title
    blocks = [article.text[it.start : it.end] for it in article.blocks]
    assert blocks == [*filter(None, [block]), BODY]
    assert [it.message.removeprefix("front matter cannot be read: ") for it in loaded.problems] == (
        [message] if message else []
    )


@pytest.mark.parametrize(
    "front",
    [
        "lastmod: 2021-04-09",
        "updated: 2021-04-09",
        "date: soon",
        "date: [2021-04-09]",
        "expirydate: 2021-04-09",
    ],
)
def test_other_front_matter_tells_no_day(front: str) -> None:
    assert published(read(f"---\n{front}\n---\n{BODY}", "a.md")) == ("", "")


@pytest.mark.parametrize("country", ["NO", "on", "1.10", "12:30", "null", "!!python/object:os.system x"])
def test_front_matter_values_are_words(country: str) -> None:
    assert read(f"---\ntitle: {country}\n---\n{BODY}", "a.md").source.title == country.rpartition(" ")[2]


@pytest.mark.parametrize("front", ["title: a: b", "a: [", "x: *y\n- z", "a: " + "[" * 10_000])
def test_front_matter_that_cannot_be_read_is_a_problem_and_the_body_is_read(front: str) -> None:
    found = load("a.md", f"---\ndate: 2021-04-09\n{front}\n---\n{BODY}".encode())
    assert [problem.message[:27] for problem in found.problems] == ["front matter cannot be read"]
    assert [published(article)[0] for article in found.articles] == ["2021-04-09"]
    assert found.articles[0].text == BODY


def test_a_ruler_at_the_top_is_no_front_matter() -> None:
    assert read(f"---\n{BODY}\n\n---\n\nYes.", "a.md").text == f"{BODY}\nYes."


@pytest.mark.parametrize(
    "text",
    [
        "Le ministre de la défense a rencontré les députés de la région dans la maison, et il est parti "
        "pour Paris avec une partie des invités qui ne sont pas restés sur place.",
        "El ministro de defensa se reunió con los diputados de la región en la casa y se fue a Madrid con"
        " una parte de los invitados que no se quedaron por la tarde.",
        "Der Minister hat sich mit den Abgeordneten der Region im Haus getroffen und ist dann nach Berlin"
        " gefahren, mit einem Teil der Gäste, die nicht dort geblieben sind.",
        "De minister heeft de leden van het huis in de stad ontmoet en is daarna met een deel van de "
        "gasten naar Den Haag gegaan, die niet wilden blijven en ook niet meer in het huis zijn.",
        "Menteri itu bertemu dengan para anggota di rumah dan kemudian pergi ke Jakarta bersama sebagian "
        "tamu yang tidak tinggal di sana untuk hari ini, dan itu adalah yang pertama dari mereka.",
        "Waziri wa ulinzi alikutana na wabunge wa mkoa katika nyumba hiyo kisha akaenda Dodoma pamoja na "
        "sehemu ya wageni ambao hawakubaki kwa siku ya pili kama ilivyopangwa na serikali ya nchi.",
        "Ministr se sešel s poslanci v domě a pak odjel do Prahy s částí hostů, kteří nezůstali na místě,"
        " protože je to podle něj velmi důležité pro celou zemi a její lidi.",
        "Министр обороны встретился с депутатами.",
        "国防部长会见了议员。",
        "Il ministro della difesa",
    ],
)
def test_articles_in_other_languages_are_left_out(text: str) -> None:
    found = load("a.txt", text.encode())
    assert (found.articles, found.skipped) == ((), 1)


@pytest.mark.parametrize(
    "text",
    [
        BODY,
        "Talks in the harbour",
        "Señor Núñez de la Cruz met Herr von der Leyen.",
        "Ode Brand, Lena van den Berg, Juan de la Cruz and Jean de La Fontaine met in Den Haag at the "
        "house of the king, who had asked them to come.",
        "Bonn",
    ],
)
def test_english_articles_are_read(text: str) -> None:
    assert read(text).text == text


@pytest.mark.parametrize("text", ["", "\ufeff", " \n\n", "***", "---\n---\n", "```\nThe code of it\n```\n"])
def test_articles_without_words_are_left_out(text: str) -> None:
    found = load("a.md", text.encode())
    assert (found.articles, found.problems, found.skipped) == ((), (), 1)
