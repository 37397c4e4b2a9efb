"""From claims to findings: certainty, grouping of passages, fingerprints."""

from __future__ import annotations

from dataclasses import replace

import pytest
from made import holds, on, rule, source, span

from checker.engine import rule_file
from checker.engine.check import check
from checker.engine.fingerprint import fingerprints
from checker.engine.rules import Rule
from checker.model import Blend, Claim, Date, Event, Organisation, Person, When


def findings(name: str, *claims: Claim):
    return check(claims, [rule(name)])


def date_claim(path: str = "a.txt", start: int = 0, **more) -> Date:
    return Date(
        source=source(path),
        start=start,
        end=start + 20,
        value="2021-03-05",
        weekday="Monday",
        falls_on="Friday",
        **more,
    )


def event(path: str, when: When, name: str = "Aero India 2019", **more) -> Event:
    return Event(source=source(path), start=0, end=9, event=name.lower(), name=name, when=when, **more)


def test_a_stated_date_with_the_wrong_weekday_is_an_error():
    (finding,) = findings("weekday-mismatch", date_claim())
    assert (finding.severity, finding.message) == ("error", "5 March 2021 was a Friday, not a Monday")
    assert findings("weekday-mismatch", date_claim(quoted=True))[0].severity == "notice"


def test_an_assumption_makes_it_a_warning_and_is_named():
    (finding,) = findings("weekday-mismatch", date_claim(assumptions=("the year is that of publication",)))
    assert (finding.severity, finding.assumptions) == ("warning", ("the year is that of publication",))


def test_a_date_without_a_weekday_is_not_looked_at():
    assert findings("weekday-mismatch", replace(date_claim(), weekday="")) == []


def test_the_same_slip_twice_has_two_fingerprints():
    found = findings("weekday-mismatch", date_claim(start=0), date_claim(start=50), date_claim("b.txt"))
    assert len(set(fingerprints(found))) == 3


def test_a_fingerprint_outlives_moved_text_and_new_witnesses_of_known_values():
    claims = [event("a.txt", on("2019-02-20")), event("b.txt", on("2019-02-23"))]
    (before,) = fingerprints(findings("event-date", *claims))
    moved = [replace(claim, start=claim.start + 100, end=claim.end + 100) for claim in claims]
    assert fingerprints(findings("event-date", *moved)) == [before]
    assert fingerprints(findings("event-date", *claims, event("c.txt", on("2019-02-23")))) == [before]
    assert fingerprints(findings("event-date", *claims, event("c.txt", on("2019-02-27")))) != [before]


def test_event_dates_that_share_a_day_agree():
    claims = event("a.txt", on("2019-02-20")), event("b.txt", span("2019-02-01", "2019-02-28"))
    assert findings("event-date", *claims) == []


def test_event_dates_are_one_finding_with_the_articles_by_what_they_say():
    days = ["2019-02-20", "2019-02-23", "2019-02-23", "2019-02-27"]
    (finding,) = findings("event-date", *(event(f"{n}.txt", on(day)) for n, day in enumerate(days)))
    assert finding.severity == "error"
    assert finding.values == ("2019-02-20/2019-02-20", "2019-02-23/2019-02-23", "2019-02-27/2019-02-27")
    assert "23 February 2019: 2 articles" in finding.explanation


def test_days_next_to_each_other_may_be_counted_in_two_time_zones():
    (finding,) = findings("event-date", event("a.txt", on("2019-02-20")), event("b.txt", on("2019-02-21")))
    assert finding.severity == "warning"
    assert any("time zone" in assumption for assumption in finding.assumptions)


def test_an_event_without_an_edition_may_recur_after_some_days():
    table = {"group": {"of": "event", "by": ["event"], "differ": ["when"], "judge": "values"}}
    dates = made_rule(table, parameters={"near-days": 31})
    near = event("a.txt", on("2019-02-20"), "Harbour Fair"), event("b.txt", on("2019-02-25"), "Harbour Fair")
    far = event("a.txt", on("2019-02-20"), "Harbour Fair"), event("b.txt", on("2020-02-25"), "Harbour Fair")
    (finding,) = check(near, [dates])
    assert finding.severity == "warning"
    assert check(far, [dates]) == []
    assert len(check(far, [made_rule(table)])) == 1


def blend(path: str = "a.txt") -> Blend:
    return Blend(
        source=source(path), start=0, end=9, name="Carter Okafor", first="Helen Carter", second="Sam Okafor"
    )


def person(path: str, name: str, *context: str) -> Person:
    return Person(source=source(path), start=0, end=9, name=name, mention=name, context=context)


def test_a_blend_is_silent_if_an_article_that_is_not_in_question_names_the_person():
    assert len(findings("blended-name", blend())) == 1
    assert len(findings("blended-name", blend(), person("a.txt", "Carter Okafor"))) == 1
    assert len(findings("blended-name", blend(), blend("b.txt"), person("b.txt", "Carter Okafor"))) == 2
    assert findings("blended-name", blend(), person("b.txt", "Carter Okafor")) == []


def test_spellings_of_one_person_are_one_finding():
    names = ["Sergei Lavrov", "Sergey Lavrov", "Sergei Lavrov", "Serguei Lavrov"]
    people = [person(f"{n}.txt", name, "foreign minister of RU", "RU") for n, name in enumerate(names)]
    (finding,) = findings("name-spelling", *people)
    assert finding.severity == "notice"
    assert finding.values == ("Sergei Lavrov", "Sergey Lavrov", "Serguei Lavrov")
    assert finding.explanation[0] == "Sergei Lavrov: 2 articles"


def test_spellings_need_something_that_ties_them_together():
    assert (
        findings("name-spelling", person("a.txt", "Jon Smith", "x"), person("b.txt", "John Smith", "y")) == []
    )


def test_two_bodies_of_one_article_are_two():
    names = ["United Nations Interim Force in Lebanon", "United Nations Peacekeeping Force in Lebanon"]

    def body(path: str, name: str) -> Organisation:
        return Organisation(
            source=source(path),
            start=len(name),
            end=99,
            name=name,
            parent="united nations",
            head="force",
            place="LB",
        )

    assert len(findings("organisation-name", body("a.txt", names[0]), body("b.txt", names[1]))) == 1
    assert findings("organisation-name", *(body("a.txt", name) for name in names)) == []
    shortened = body("b.txt", "United Nations Force in Lebanon")
    assert findings("organisation-name", body("a.txt", names[0]), shortened) == []


def made_rule(shape: dict, **more) -> Rule:
    said = {
        "id": "made", "title": "t", "severity": "error", "message": "{subject}", "why": "w",
        "examples": {"bad": ["[[x]]"], "good": ["x"]}, **shape, **more,
    }  # fmt: skip
    return rule_file.plain(rule_file.Rule.model_validate(said))


def test_what_must_come_first_cannot_come_later():
    order = made_rule(
        {
            "order": {
                "of": "office",
                "by": ["holder"],
                "first": {"status": "designate"},
                "then": {"status": "former"},
            }
        }
    )
    early = holds("Anil Rao", "a.txt", on("2001-05-03"), status="former")
    late = holds("Anil Rao", "b.txt", on("2002-05-03"), status="designate")
    (finding,) = check([early, late], [order])
    assert finding.severity == "error"
    assert check([replace(early, when=on("2003-05-03")), late], [order]) == []
    assert check([replace(early, when=span("2002-01-01", "2002-12-31")), late], [order]) == []


@pytest.mark.parametrize(
    ("within", "paths", "count"),
    [
        ("article", "aa", 1),
        ("article", "ab", 0),
        ("across", "ab", 1),
        ("across", "aa", 0),
        ("any", "aa", 1),
        ("any", "ab", 1),
    ],
)
def test_a_pair_may_be_bound_to_one_article_or_to_two(within, paths, count):
    pair = made_rule({"pair": {"of": "rank", "same": ["person"], "differ": ["rank"], "within": within}})
    from checker.model import Rank

    claims = [
        Rank(source=source(path), start=n, end=9, person="Anil Rao", rank=("major", "colonel")[n])
        for n, path in enumerate(paths)
    ]
    found = check(claims, [pair])
    assert len(found) == count
    if count and paths == "ab":
        assert found[0].severity == "warning"  # two people may bear one name


def test_a_missing_value_never_clashes():
    pair = made_rule({"pair": {"of": "event", "same": ["event"], "differ": ["place"]}})
    told = event("a.txt", When(), place="Mumbai"), event("b.txt", When())
    assert check(told, [pair]) == []
    assert len(check([told[0], replace(told[1], place="Pune")], [pair])) == 1


def test_one_dispute_is_told_once_though_two_rules_find_it():
    days = ("2019-09-23", "2019-09-25")
    told = [
        Event(
            source=source(f"{n}.txt"),
            start=0,
            end=9,
            event=key,
            name="collapse at Orkla",
            when=on(day),
            named=False,
        )
        for n, day in enumerate(days)
        for key in ("incident: collapse at orkla", "collapse at orkla in 2019: happened")
    ]
    alone = [findings(name, *told) for name in ("event-date", "incident-date")]
    assert [len(found) for found in alone] == [1, 1]
    (both,) = check(told, [rule("event-date"), rule("incident-date")])
    assert both.rule == "event-date"
