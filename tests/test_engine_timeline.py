"""Two holders of one office: contradiction, assumption, succession or nothing."""

from __future__ import annotations

import random
from datetime import date, timedelta

import pytest
from made import holds, on, rule, source, span

from checker.engine.check import check
from checker.model import Claim, Finding, Handover, When

HOLDER, CHANGED = rule("office-holder"), rule("office-changed-hands")


def found(*claims: Claim) -> list[tuple[str, str]]:
    return [(finding.rule, finding.severity) for finding in check(claims, [HOLDER, CHANGED])]


def one(*claims: Claim) -> Finding:
    (finding,) = check(claims, [HOLDER, CHANGED])
    return finding


def test_two_stated_holders_on_one_day_are_an_error():
    claims = holds("Anil Rao", "a.txt", on("2001-05-03")), holds("Vikram Seth", "b.txt", on("2001-05-03"))
    assert found(*claims) == [("office-holder", "error")]


def test_a_mention_inside_a_stated_term_is_an_error():
    term = span("2001-05-03", "2005-06-01", sure=True)
    claims = holds("Anil Rao", "a.txt", term), holds("Vikram Seth", "b.txt", on("2003-01-01"))
    assert found(*claims) == [("office-holder", "error")]


def test_terms_that_share_their_boundary_day_agree():
    first, second = span("2001-05-03", "2005-06-01", sure=True), span("2005-06-01", "2009-01-01", sure=True)
    assert found(holds("Anil Rao", "a.txt", first), holds("Vikram Seth", "b.txt", second)) == []


def test_the_last_day_of_a_term_belongs_to_the_successor_too():
    term = span("2001-05-03", "2005-06-01", sure=True)
    assert found(holds("Anil Rao", "a.txt", term), holds("Vikram Seth", "b.txt", on("2005-06-01"))) == []


def test_terms_that_overlap_by_a_year_are_an_error_even_if_a_handover_is_told():
    claims = (
        holds("Anil Rao", "a.txt", span("2001-05-03", "2005-06-01", sure=True)),
        holds("Vikram Seth", "b.txt", span("2004-06-01", "2009-01-01", sure=True)),
        told("Anil Rao", "Vikram Seth", "b.txt"),
    )
    assert found(*claims) == [("office-holder", "error")]


def test_some_day_of_one_month_may_be_before_and_after_a_handover():
    month = span("2001-05-01", "2001-05-31")
    assert found(holds("Anil Rao", "a.txt", month), holds("Vikram Seth", "b.txt", month)) == []


def test_publications_a_few_days_apart_are_a_warning_that_names_its_assumptions():
    finding = one(
        holds("Anil Rao", "a.txt", published="2001-05-03"),
        holds("Vikram Seth", "b.txt", published="2001-05-09"),
    )
    assert (finding.rule, finding.severity) == ("office-holder", "warning")
    assert any("publication, 3 May 2001" in assumption for assumption in finding.assumptions)
    assert any("6 days" in assumption for assumption in finding.assumptions)


def test_publications_months_apart_are_an_office_that_changed_hands():
    claims = (
        holds("Anil Rao", "a.txt", published="2001-05-03"),
        holds("Vikram Seth", "b.txt", published="2001-08-03"),
    )
    assert found(*claims) == [("office-changed-hands", "notice")]


def told(predecessor: str, successor: str, path: str) -> Handover:
    return Handover(
        source=source(path), start=9, end=12, office="defence minister", body="IN",
        predecessor=predecessor, successor=successor,
    )  # fmt: skip


@pytest.mark.parametrize("days", [5, 400])
@pytest.mark.parametrize(
    "handover",
    [
        told("Anil Rao", "Vikram Seth", "elsewhere.txt"),
        told("Anil Rao", "", "b.txt"),
        told("", "", "a.txt"),
        holds("Anil Rao", "b.txt", When(), status="former", start=9, end=12),
        holds("Vikram Seth", "a.txt", When(), status="designate", start=9, end=12),
        holds("Mohan Das", "b.txt", When(), status="acting", start=9, end=12),
    ],
)
def test_a_handover_that_is_told_is_no_finding(days, handover):
    later = (date(2001, 5, 3) + timedelta(days)).isoformat()
    claims = (
        holds("Anil Rao", "a.txt", published="2001-05-03"),
        holds("Vikram Seth", "b.txt", published=later),
        handover,
    )
    assert found(*claims) == []


def test_the_handover_of_somebody_else_explains_nothing():
    claims = (
        holds("Anil Rao", "a.txt", published="2001-05-03"),
        holds("Vikram Seth", "b.txt", published="2001-05-09"),
        told("Mohan Das", "Sunita Pillai", "b.txt"),
    )
    assert found(*claims) == [("office-holder", "warning")]


def test_a_holder_between_two_namings_of_another_is_a_warning():
    claims = (
        holds("Anil Rao", "a.txt", published="2001-02-01"),
        holds("Vikram Seth", "b.txt", published="2001-06-01"),
        holds("Anil Rao", "c.txt", published="2001-10-01"),
    )
    finding = one(*claims)
    assert (finding.rule, finding.severity) == ("office-holder", "warning")
    assert any("Anil Rao held the office without a break" in text for text in finding.assumptions)
    assert {evidence.claim.source.path for evidence in finding.evidence} == {"a.txt", "b.txt", "c.txt"}


def test_a_return_to_office_after_years_is_no_outlier():
    claims = (
        holds("Anil Rao", "a.txt", published="2000-02-01"),
        holds("Vikram Seth", "b.txt", published="2008-06-01"),
        holds("Anil Rao", "c.txt", published="2012-10-01"),
    )
    assert found(*claims) == [("office-changed-hands", "notice")]


def test_undated_passages_clash_only_if_both_speak_of_the_present():
    now, then = holds("Anil Rao", "a.txt", present=True), holds("Vikram Seth", "b.txt")
    assert found(now, then) == []
    assert found(now, holds("Vikram Seth", "b.txt", present=True)) == [("office-holder", "warning")]


def test_an_unknown_body_never_clashes():
    claims = (
        holds("Anil Rao", "a.txt", on("2001-05-03"), body=None),
        holds("Vikram Seth", "b.txt", on("2001-05-03"), body=None),
    )
    assert found(*claims) == []


@pytest.mark.parametrize("other", ["A. Rao", "Rao", "Seth", "Dr. Anil Rao", "Anil Kumar Rao"])
def test_names_that_may_be_one_person_do_not_clash(other):
    assert found(holds("Anil Rao", "a.txt", on("2001-05-03")), holds(other, "b.txt", on("2001-05-03"))) == []


def test_a_quoted_side_is_worth_a_notice_at_most():
    claims = (
        holds("Anil Rao", "a.txt", on("2001-05-03")),
        holds("Vikram Seth", "b.txt", on("2001-05-03"), quoted=True),
    )
    assert found(*claims) == [("office-holder", "notice")]


def test_offices_with_many_seats_do_not_clash():
    claims = [
        holds(name, f"{name}.txt", on("2001-05-03"), single=False) for name in ("Anil Rao", "Vikram Seth")
    ]
    assert found(*claims) == []


def test_an_estimated_date_is_explained():
    estimated = span("2001-01-01", "2001-12-31", basis="estimated")
    undated = source("a.txt")
    old = holds("Anil Rao", "a.txt", estimated)
    object.__setattr__(undated, "published", estimated)
    object.__setattr__(undated, "dated_by", '"the games of 2001"')
    object.__setattr__(old, "source", undated)
    finding = one(old, holds("Vikram Seth", "b.txt", published="2005-05-03"))
    assert (finding.rule, finding.severity) == ("office-changed-hands", "notice")
    assert any('"the games of 2001"' in note and "undated" in note for note in finding.explanation)


def test_successive_holders_are_one_finding_for_the_office():
    names = ("Anil Rao", "Vikram Seth", "Mohan Das", "Sunita Pillai")
    claims = [
        holds(name, f"{year}.txt", published=f"{year}-05-03") for year, name in enumerate(names, start=2001)
    ]
    finding = one(*claims)
    assert finding.values == tuple(sorted(names))
    assert finding.rule == "office-changed-hands"


def test_one_article_against_ten_is_one_finding_with_all_of_them():
    run = [holds("Anil Rao", f"{day:02}.txt", published=f"2001-05-{day:02}") for day in range(1, 21)]
    finding = one(*run, holds("Vikram Seth", "x.txt", published="2001-05-10"))
    assert (finding.rule, finding.severity) == ("office-holder", "warning")
    assert len(finding.evidence) + finding.more == 21
    assert len(finding.evidence) == 10
    assert any("Anil Rao: 20 articles" in note for note in finding.explanation)
    assert {evidence.claim.holder for evidence in finding.evidence[:2]} == {"Anil Rao", "Vikram Seth"}


def test_who_holds_the_office_elsewhere_is_no_holder_here():
    visit = holds("Anil Rao", "a.txt", published="2001-05-03")
    home = holds("Vikram Seth", "b.txt", published="2001-05-03")
    abroad = [holds("Anil Raoh", f"{n}.txt", published="2001-05-01", body="NP") for n in range(2)]
    assert found(visit, home, abroad[0]) == [("office-holder", "warning")]
    assert found(visit, home, *abroad) == []


def test_the_later_document_comes_first():
    finding = one(
        holds("Anil Rao", "a.txt", published="2003-05-03"),
        holds("Vikram Seth", "b.txt", published="2001-05-09"),
    )
    assert [evidence.claim.source.path for evidence in finding.evidence] == ["a.txt", "b.txt"]


def test_the_order_of_claims_does_not_matter():
    claims = [
        holds(name, f"{number}.txt", published=f"200{number % 9}-0{1 + number % 8}-03")
        for number in range(60)
        for name in [("Anil Rao", "Vikram Seth", "Mohan Das")[number % 3]]
    ]
    expected = check(claims, [HOLDER, CHANGED])
    assert expected
    for seed in range(5):
        random.Random(seed).shuffle(claims)
        assert check(claims, [CHANGED, HOLDER]) == expected


def test_one_stranger_is_found_among_thousands_of_mentions_of_one_holder():
    first = date(1990, 1, 1)
    claims = [
        holds("Anil Rao", f"{number}.txt", published=(first + timedelta(number)).isoformat())
        for number in range(5_000)
    ]
    claims.append(holds("Vikram Seth", "x.txt", published="2000-05-10"))
    finding = one(*claims)
    assert finding.rule == "office-holder"
    assert finding.values == ("Anil Rao", "Vikram Seth")
