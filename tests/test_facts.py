"""Reference facts: what a file of them says, what is wrong with one, how articles are held against them."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest
from made import on, source, span, write

from checker.check import check
from checker.cli import run
from checker.engine.corpus import Corpus
from checker.engine.known_offices import offices
from checker.engine.ruleset import load_rules
from checker.errors import ConfigError
from checker.facts import read
from checker.inputs import inputs
from checker.model import BEGINNING, END, Office, Source, When
from checker.resolve.identity import Identity
from checker.settings import Settings

CSV = """\
office,body,holder,from,to,source
Foreign Minister,France,Claire Delorme,2017-05,2020-07-06,gazette
# the one in office
Minister of Foreign Affairs,FR,Henri Vasseur,2020-07-06,,"gazette, ""special"" edition"
"""
TOML = """\
# People and what they did
[[person]]
name = "Ottilie Brandt"
born = 1903-05-05
died = "1988"

[[event]]   # a named one
event = "Aero India 2019"
date = 2019-02-20
place = "Bengaluru"

# the end
"""
HELD = "Date: 2021-04-{day}\n\nFrench Foreign Minister {who} opened the exhibition in the capital.\n"
OLD = HELD.format(day="09", who="Claire Delorme")
NEW = HELD.format(day="12", who="Henri Vasseur")
WRONG = HELD.format(day="14", who="Jacques Moreau")


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("PRE_COMMIT_FROM_REF", raising=False)
    return tmp_path


def project(articles: dict[str, str], facts: str = CSV) -> None:
    write({"checker.toml": 'facts = ["facts/*"]\ncorpus = ["news"]\n', "facts/ministers.csv": facts})
    write({f"news/{name}": text for name, text in articles.items()})


def report(capsys, *arguments: str) -> dict:
    assert run(["check", "--format", "json", *arguments]) in (0, 1)
    return json.loads(capsys.readouterr().out)


def facts(text: str, name: str = "facts.csv"):
    found = read(name, text.encode())
    assert found.wrong == ()
    return found


def test_every_row_is_a_claim_with_the_row_as_its_quote():
    found = facts(CSV)
    first, second = found.claims
    assert found.article.original[second.start : second.end] == CSV.splitlines()[3]
    assert found.article.original[first.start : first.end] == CSV.splitlines()[1]
    assert (first.office, first.body, first.holder) == ("foreign minister", "FR", "Claire Delorme")
    assert (second.office, second.body) == ("foreign minister", "FR")
    assert all(claim.source.reference and claim.source.path == "facts.csv" for claim in found.claims)


def test_a_tenure_is_as_sure_as_its_dates_are_precise():
    first, second = (claim.when for claim in facts(CSV).claims)
    inner = span("2017-05-31", "2020-07-06", sure=True)
    assert (first.sure, first.last) == (inner.sure, inner.last)
    assert first.first == span("2017-05-01", "2017-05-02").first
    assert second.last == END
    (whole,) = facts("office,body,holder\nMayor,London,Jane Roe\n").claims
    assert (whole.when.first, whole.when.last) == (BEGINNING, END)


def test_a_table_is_quoted_without_the_comments_behind_it():
    found = facts(TOML, "facts.toml")
    quotes = [found.article.original[claim.start : claim.end] for claim in found.claims]
    assert quotes[0] == quotes[1] == TOML[TOML.index("[[person") : TOML.index("\n\n[[event")]
    assert quotes[2] == TOML[TOML.index("[[event") : TOML.index("\n\n# the end")]
    assert [claim.event for claim in found.claims] == [
        "ottilie brandt: born",
        "ottilie brandt: died",
        "aero india 2019",
    ]


@pytest.mark.parametrize(
    ("row", "office", "body"),
    [
        ("Prime Minister of Japan,,A B", "prime minister", "JP"),
        ("Mayor,London,A B", "mayor", "London"),
        ("Governor,Georgia,A B", "governor", "US-GA"),
        ("President,Georgia,A B", "president", "GE"),
        ("CEO,Acme Motors,A B", "chief executive", "Acme Motors"),
        ("Governor,Reserve Bank of India,A B", "governor", "Reserve Bank of India"),
        ("Pope,,John Paul II", "pope", None),
        ("defence minister,IN,A B", "defence minister", "IN"),
    ],
)
def test_offices_and_bodies_are_read_as_in_articles(row, office, body):
    (claim,) = facts(f"office,body,holder\n{row}\n").claims
    assert (claim.office, claim.body) == (office, body)


def test_other_separators_marks_and_line_ends_are_read():
    found = facts("\ufeffname;born\r\n\r\nJane Roe;1969-07\r\n")
    (claim,) = found.claims
    assert found.article.original[claim.start : claim.end] == "Jane Roe;1969-07"


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("f.csv", "offize,holder\nMayor,A B\n", '1: unknown column "offize"; did you mean "office"?'),
        ("f.csv", "a,b\n1,2\n", "1: the first line must name the columns"),
        ("f.csv", "office,body,holder\nForiegn Minister,France,A B\n", 'did you mean "Foreign Minister"?'),
        ("f.csv", "office,body,holder\nMayor,Lodnon,A B\n", 'did you mean "London"?'),
        ("f.csv", "office,body,holder\n\nMinister of Health,Georgea,A B\n", '3: body = "Georgea"'),
        ("f.csv", "office,body,holder\nPrime Minister,,A B\n", '2: "body" is missing'),
        ("f.csv", "office,body,holder\nPrime Minister,France,\n", '2: "holder" is missing'),
        ("f.csv", "office,body,holder\nFormer Prime Minister,France,A B\n", 'not "former"'),
        (
            "f.csv",
            "office,body,holder,from,to\nMayor,London,A B,2009,2008-12\n",
            '2: from = "2009" is after to = "2008-12"',
        ),
        ("f.csv", "name,born\nA B,31 April 2001\n", '2: born = "31 April 2001": not a date'),
        ("f.csv", "name,born\nA B,2001-02-30\n", "there is no such date"),
        ("f.csv", "name,born\nA B\n", "2: nothing is said of A B"),
        ("f.csv", "name,born\nA B,2001,x\n", "2: 3 values for 2 columns"),
        ("f.csv", 'name,born\n"A B,2001\n', "2: not readable as CSV"),
        ("f.csv", "event,date\nthe party,2001\n", "no event that can be known by its name"),
        ("f.csv", "event,date\nLisbon Book Fair,\n", "neither date nor place"),
        ("f.toml", "[[persn]]\nname = 'A B'\n", '1: unknown table "persn"; did you mean "person"?'),
        ("f.toml", "\n[[person]]\nname = 'A B'\nbron = 1\n", '4: unknown key "bron"; did you mean "born"?'),
        ("f.toml", "[person]\nname = 'A B'\n", "write each person as a table of its own, [[person]]"),
        ("f.toml", "[[person]]\nname = \n", "2: not readable as TOML"),
        ("f.csv", "", ""),
    ],
)
def test_what_is_wrong_with_a_file_is_said_with_its_line(name, text, said):
    assert said in "\n".join(read(name, text.encode()).wrong)


def test_all_bad_rows_are_told_at_once():
    found = read("f.csv", b"name,born\nA B,x\nC D,2001\nE F,y\n")
    assert [wrong.partition(":")[0] for wrong in found.wrong] == ["2", "4"]
    assert len(found.claims) == 1


def test_an_article_is_reported_with_the_row_it_contradicts(capsys):
    project({"a.txt": WRONG, "b.txt": NEW})
    (found,) = [it for it in report(capsys)["findings"] if it["rule"] == "known-fact"]
    assert found["severity"] == "warning"
    assert found["subject"] == "foreign minister of France"
    assert found["message"].endswith("the reference facts say Henri Vasseur, since 6 July 2020")
    article, row = found["evidence"]
    assert (article["path"], row["path"], row["line"], row["column"]) == (
        "news/a.txt",
        "facts/ministers.csv",
        4,
        1,
    )
    assert row["quote"] == CSV.splitlines()[3]
    assert row["published"] is None


def test_facts_are_no_articles(capsys):
    project({"a.txt": NEW})
    with_facts = report(capsys)
    without = report(capsys, "--isolated", "news")
    assert with_facts["findings"] == []
    assert with_facts["run"] == without["run"]


def test_other_rules_do_not_see_facts(capsys):
    """Two holders at one time in the facts, and an old holder there, make no finding of another rule."""
    project({"a.txt": NEW}, CSV + "Foreign Minister,France,Jacques Moreau,2020-07-06,\n")
    assert report(capsys)["findings"] == []


def test_what_articles_dispute_among_themselves_is_still_reported(capsys):
    project({"a.txt": WRONG, "b.txt": NEW})
    assert {it["rule"] for it in report(capsys)["findings"]} == {"known-fact", "office-holder"}
    Path("news/b.txt").unlink()
    assert {it["rule"] for it in report(capsys)["findings"]} == {"known-fact"}


def test_one_fact_is_one_finding(capsys):
    project({"a.txt": OLD, "b.txt": WRONG, "c.txt": WRONG.replace("exhibition", "tunnel")})
    (found,) = [it for it in report(capsys)["findings"] if it["rule"] == "known-fact"]
    assert [it["path"] for it in found["evidence"]][1] == "facts/ministers.csv"
    assert {it["path"] for it in found["evidence"]} == {
        "news/a.txt",
        "news/b.txt",
        "news/c.txt",
        "facts/ministers.csv",
    }


def test_a_focus_is_held_against_the_facts_with_and_without_cache(capsys):
    project({"a.txt": WRONG, "b.txt": OLD})
    first = report(capsys, "news/a.txt")
    assert [it["rule"] for it in first["findings"]] == ["known-fact", "office-holder"]
    assert first["findings"][0]["evidence"][0]["path"] == "news/a.txt"
    assert first["findings"][0]["evidence"][1]["path"] == "facts/ministers.csv"
    assert report(capsys, "news/a.txt") == first
    assert report(capsys, "news/a.txt", "--no-cache") == first
    full = report(capsys)
    assert {it["fingerprint"] for it in first["findings"]} <= {it["fingerprint"] for it in full["findings"]}


def test_a_changed_fact_counts_at_once(capsys):
    project({"a.txt": WRONG})
    assert len(report(capsys)["findings"]) == 1
    write({"facts/ministers.csv": CSV.replace("Henri Vasseur", "Jacques Moreau")})
    assert report(capsys)["findings"] == []


def test_the_hook_blocks_what_contradicts_a_fact(capsys):
    project({"a.txt": NEW})
    identity = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]
    for command in (["init", "-q"], ["add", "-A"], ["commit", "-q", "-m", "x"]):
        subprocess.run(["git", *identity, *command], check=True, capture_output=True)
    assert run(["check", "--hook", "news/a.txt"]) == 0
    write({"news/a.txt": WRONG})
    capsys.readouterr()
    assert run(["check", "--hook", "news/a.txt"]) == 1
    assert "known-fact" in capsys.readouterr().out


@pytest.mark.parametrize("command", [["check"], ["check", "news/a.txt"], ["timeline"]])
def test_a_bad_file_of_facts_is_a_configuration_error(capsys, command):
    project({"a.txt": NEW}, CSV + "Mayor,Lodnon,A B,2001,\n")
    assert run(command) == 2
    assert "facts/ministers.csv:5: body" in capsys.readouterr().err
    assert run(command) == 2  # from the cache, too


@pytest.mark.parametrize(
    ("listed", "said"),
    [
        ('["facts/none.csv"]', 'checker.toml:1: facts: there is no file "facts/none.csv"'),
        ('["facts/*.tsv"]', 'there is no file "facts/*.tsv"'),
        ('["news/a.txt"]', "is of no kind we read; known are .csv and .toml"),
        ('"facts/ministers.csv"', "must be a list"),
    ],
)
def test_a_missing_file_of_facts_is_named_where_it_is_asked_for(capsys, listed, said):
    project({"a.txt": NEW})
    write({"checker.toml": f"facts = {listed}\n"})
    assert run(["check", "news"]) == 2
    assert said in capsys.readouterr().err


def test_files_of_facts_stand_in_the_settings_in_force(capsys):
    project({"a.txt": NEW})
    assert run(["check", "--show-settings"]) == 0
    assert 'facts = ["facts/ministers.csv"]' in capsys.readouterr().out


def test_declared_names_count_for_facts_too():
    project({"a.txt": WRONG})
    settings = Settings(facts=("facts/ministers.csv",), aliases=(("Henri Vasseur", "Jacques Moreau"),))
    assert check(inputs(["news"], settings=settings), load_rules(), settings).findings == ()


def test_a_bad_file_raises_for_callers_of_the_library():
    project({"a.txt": NEW}, "office,holder\nX,Y\n")
    settings = Settings(facts=("facts/ministers.csv",))
    with pytest.raises(ConfigError, match="ministers"):
        check(inputs(["news"], settings=settings), load_rules(), settings)


ALWAYS = When(sure=(BEGINNING, END))


def fact(holder: str, when: When = ALWAYS) -> Office:
    known = Source("facts.csv", reference=True)
    return Office(
        source=known, start=0, end=5, office="mayor", body="XX", holder=holder, single=True, when=when
    )


def said(holder: str, when: When, **more: object) -> Office:
    return Office(
        source=source("a.txt"),
        start=0,
        end=5,
        office="mayor",
        body="XX",
        holder=holder,
        single=True,
        when=when,
        **more,  # type: ignore[arg-type]
    )


DAY = span("2019-03-01", "2019-03-01")
TERM = span("2018-01-01", "2020-01-01", sure=True)


@pytest.mark.parametrize(
    ("claim", "known", "contradicted"),
    [
        (said("Tom Ferris", DAY), [fact("Jane Roe", TERM)], True),
        (said("Jane Roe", DAY), [fact("Jane Roe", TERM)], False),
        (said("J. Roe", DAY), [fact("Tom Ferris", TERM), fact("Jane Roe", TERM)], False),
        (said("Roe", DAY), [fact("Tom Ferris", TERM)], False),  # one word settles nothing
        (said("Tom Ferris", span("2017-01-01", "2017-02-01")), [fact("Jane Roe", TERM)], False),
        (said("Tom Ferris", span("2019-12-01", "2020-02-01")), [fact("Jane Roe", TERM)], False),
        (said("Tom Ferris", When()), [fact("Jane Roe", TERM)], False),
        (said("Tom Ferris", When(), present=True), [fact("Jane Roe")], True),
        (said("Tom Ferris", When()), [fact("Jane Roe")], False),
        (said("Jane Roe", span("2021-01-01", "2021-01-01")), [fact("Jane Roe", TERM)], True),
        (said("Jane Roe", on("2020-01-04", "published")), [fact("Jane Roe", TERM)], False),
        (said("Tom Ferris", on("2018-01-04", "published")), [fact("Jane Roe", TERM)], False),
        (said("Tom Ferris", span("2018-01-04", "2018-01-04")), [fact("Jane Roe", TERM)], True),
        (said("Tom Ferris", span("2018-01-01", "2018-01-01")), [fact("Jane Roe", TERM)], False),
    ],
)  # fmt: skip
def test_when_a_passage_contradicts_a_tenure(claim, known, contradicted):
    assert bool(list(offices(Corpus([claim, *known]), {}))) == contradicted


def test_a_body_read_out_of_the_context_contradicts_nothing():
    """Where the facts give the person the same office elsewhere, the passage was misread."""
    elsewhere = Office(
        source=fact("x").source, start=9, end=12, office="mayor", body="YY", holder="Tom Ferris",
        single=True, when=TERM,
    )  # fmt: skip
    assert not list(offices(Corpus([said("Tom Ferris", DAY), fact("Jane Roe", TERM), elsewhere]), {}))


def test_facts_are_kept_apart_in_a_corpus():
    corpus = Corpus([said("Tom Ferris", DAY), fact("Jane Roe", TERM)], Identity())
    assert [claim.holder for claim in corpus.of("office")] == ["Tom Ferris"]
    assert [claim.holder for claim in corpus.facts("office")] == ["Jane Roe"]


def test_the_timeline_shows_reference_rows(capsys):
    project({"a.txt": NEW})
    assert run(["timeline"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "foreign minister of France",
        "  2017-05-01 – 2020-07-06 reference  Claire Delorme  1 passage  facts/ministers.csv:2:1",
        "  2020-07-06 – …          reference  Henri Vasseur   1 passage  facts/ministers.csv:4:1",
        "  2021-04-12                         Henri Vasseur   1 passage  news/a.txt:3:1",
    ]
    assert run(["timeline", "--format", "json"]) == 0
    (office,) = json.loads(capsys.readouterr().out)
    assert [it["reference"] for it in office["holders"]] == [True, True, False]
