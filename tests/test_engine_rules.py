"""Rule files: what is wrong with one is said with file, line, key and the nearest right name."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from made import rule

from checker.engine.fields import KINDS, fields
from checker.engine.judges import judge
from checker.engine.rules import Judge
from checker.engine.ruleset import built_in, find, load_folder, load_rule, load_rules, pick
from checker.errors import RuleError

GOOD = """\
id = "late-date"
title = "A date"
severity = "error"
message = "{a.value}: {a.problem}"
why = "Because."

[each]
of = "date"
present = ["problem"]

[examples]
bad = ["On [[31 April 2019]] it rained."]
good = ["On 30 April 2019 it rained."]
"""


def written(folder: Path, text: str, name: str = "late-date.toml") -> Path:
    path = folder / name
    path.write_text(text, "utf-8")
    return path


def test_a_good_rule_file_is_a_rule(tmp_path):
    assert load_rule(written(tmp_path, GOOD)).id == "late-date"


@pytest.mark.parametrize(
    ("old", "new", "line", "said"),
    [
        ('severity = "error"', 'severity = "fatal"', 3, "must be 'error', 'warning' or 'notice'"),
        ('severity = "error"', 'sevrity = "error"', 3, 'did you mean "severity"?'),
        ('present = ["problem"]', 'presnt = ["problem"]', 9, 'did you mean "present"?'),
        ('present = ["problem"]', 'present = ["problm"]', 9, 'did you mean "problem"?'),
        ('present = ["problem"]', "present = 3", 9, "present = 3"),
        ('present = ["problem"]', 'where = { valu = "x" }', 9, 'did you mean "value"?'),
        ('of = "date"', 'of = "dates"', 8, 'did you mean "date"?'),
        ("{a.problem}", "{a.problm}", 4, 'did you mean "a.problem"?'),
        ("{a.problem}", "{b.problem}", 4, 'did you mean "a.problem"?'),
        ("{a.problem}", "{a.problem", 4, "message"),
        ('why = "Because."', "", None, 'the key "why" is missing'),
        ("[each]", "[eech]", 7, 'did you mean "each"?'),
        ('why = "Because."', 'why = "Because."\npair = { of = "date" }', None, "found [each] and [pair]"),
        ('good = ["On 30 April 2019 it rained."]', "good = []", 13, "good"),
        ('"late-date"', '"Late Date"', 1, "id"),
        ('"late-date"', '"other-date"', 1, "the file is called late-date.toml"),
        ('title = "A date"', "title = A date", None, "not TOML: Invalid value (at line 2"),
    ],
)
def test_a_bad_rule_file_is_refused_with_the_place_and_the_nearest_name(tmp_path, old, new, line, said):
    assert old in GOOD
    path = written(tmp_path, GOOD.replace(old, new, 1))
    with pytest.raises(RuleError) as error:
        load_rule(path)
    text = str(error.value)
    assert said in text
    assert text.startswith(f"{path}:{line}: " if line else str(path))
    assert "pydantic" not in text


def test_a_rule_file_that_cannot_be_decoded_is_named(tmp_path):
    path = tmp_path / "late-date.toml"
    path.write_bytes(b"\xff\xfe")
    with pytest.raises(RuleError, match="cannot be read"):
        load_rule(path)


def test_rules_of_one_name_are_refused(tmp_path):
    written(tmp_path, GOOD.replace("late-date", "office-holder"), "office-holder.toml")
    with pytest.raises(RuleError, match="two rules called office-holder"):
        load_rules([tmp_path])


def test_an_unknown_rule_suggests_the_nearest():
    with pytest.raises(RuleError, match='no rule "office-holdr"; did you mean "office-holder"'):
        find(load_rules(), "office-holdr")


def test_selected_and_ignored_rules():
    rules = load_rules()
    ids = [rule.id for rule in rules]
    assert ids == sorted(ids)
    assert [rule.id for rule in pick(rules, ["event-date", "office-holder"], ["office-holder"])] == [
        "event-date"
    ]
    assert [rule.id for rule in pick(rules, (), ["event-date"])] == [
        name for name in ids if name != "event-date"
    ]


def test_a_former_name_of_a_rule_is_accepted():
    renamed = replace(rule("event-date"), aliases=("event-day",))
    assert pick([renamed], ["event-day"]) == (renamed,)


def test_examples_may_be_texts_lists_or_tables(tmp_path):
    examples = (
        'bad = [["On [[31 April 2019]] it rained.", "b"], { text = "*[[31 April 2019]]*", format = "md" }]'
    )
    path = written(tmp_path, GOOD.replace('bad = ["On [[31 April 2019]] it rained."]', examples))
    several, table = load_rule(path).examples.bad
    assert len(several.articles) == 2
    assert (table.format, table.articles) == ("md", ("*[[31 April 2019]]*",))


def test_built_in_rules_are_found_and_each_is_explained():
    rules = load_folder(built_in())
    assert rules
    assert all(len(rule.why) > 80 for rule in rules)


def test_every_kind_has_fields_and_every_judge_a_comparison():
    assert {"when", "attribution", "value"} <= set(fields("date"))
    assert "date" in KINDS
    assert all(callable(judge(name)) for name in Judge.__args__)
