"""Configuration: which file governs, what is wrong with one, and what its settings do."""

from __future__ import annotations

import json
import os
import tomllib
from pathlib import Path

import jsonschema
import pytest
from made import write

from checker.cli import run
from checker.config import Flags, configure, settled
from checker.config.lines import line
from checker.config.model import json_schema
from checker.engine.rule_schema import json_schema as rule_schema
from checker.engine.ruleset import built_in
from checker.errors import CheckerError, ConfigError
from checker.settings import Settings

TWO_HOLDERS = {
    "news/a.txt": "Date: 2021-04-09\n\nPeru's Health Minister Oscar Ugarte visited the clinic.\n",
    "archive/b.txt": "Date: 2021-04-19\n\nPeruvian Health Minister Pilar Mazzetti visited the border.\n",
}
SPELLINGS = {
    "a.txt": "Russian Foreign Minister Sergei Lavrov says that the talks will go on.\n",
    "b.txt": "Russian Foreign Minister Sergey Lavrov says that the talks are at an end.\n",
}
WEEKDAY = {"a.txt": "The court sat on Monday, 5 March 2021, and heard the appeal of the two fishermen.\n"}


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    (tmp_path / "repo/.git").mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "repo")
    for name in [name for name in os.environ if name.startswith("CHECKER_")]:
        monkeypatch.delenv(name)
    return tmp_path / "repo"


def report(capsys, *arguments: str) -> dict:
    assert run(["check", "--format", "json", *arguments]) in (0, 1)
    return json.loads(capsys.readouterr().out)


def findings(capsys, *arguments: str) -> list[tuple[str, str]]:
    return [(found["rule"], found["severity"]) for found in report(capsys, *arguments)["findings"]]


OWN = 'fail-on = "notice"\n'
SHARED = '[tool.checker]\nfail-on = "error"\n'
OTHERS = "[tool.black]\nline-length = 100\n"


@pytest.mark.parametrize(
    ("files", "paths", "governs"),
    [
        ({}, ["."], ""),
        ({"checker.toml": OWN}, ["."], "checker.toml"),
        ({"checker.toml": OWN}, ["a/b/c"], "checker.toml"),
        ({"checker.toml": OWN, "pyproject.toml": SHARED}, ["a"], "checker.toml"),
        ({"pyproject.toml": SHARED}, ["a"], "pyproject.toml"),
        ({"pyproject.toml": SHARED, "a/pyproject.toml": OTHERS}, ["a"], "pyproject.toml"),
        ({"pyproject.toml": SHARED, "a/checker.toml": OWN}, ["a/b"], "a/checker.toml"),
        ({"checker.toml": OWN, "a/pyproject.toml": SHARED}, ["a/b"], "a/pyproject.toml"),
        ({"checker.toml": OWN, "a/checker.toml": OWN}, ["a/b", "d"], "checker.toml"),
        ({"a/checker.toml": OWN}, ["a/x.md", "a/b"], "a/checker.toml"),
        ({"a/checker.toml": OWN}, ["a/x.md", "d"], ""),
        ({"../checker.toml": OWN}, ["a"], ""),  # the search ends at the root of the repository
        ({"pyproject.toml": OTHERS}, ["."], ""),
    ],
)
def test_the_nearest_configuration_above_all_paths_governs(files, paths, governs):
    write({**files, "a/x.md": "", "a/b/c/y.md": "", "d/z.md": ""})
    assert settled(paths).source == governs


def test_flags_and_the_environment_go_before_the_file(monkeypatch):
    write({"checker.toml": OWN, "other.toml": SHARED.replace("[tool.checker]\n", ""), "third.toml": ""})
    assert settled(["."]).fail_on == "notice"
    monkeypatch.setenv("CHECKER_CONFIG", "other.toml")
    assert settled(["."]).fail_on == "error"
    assert settled(["."], Flags(config=["third.toml"])).fail_on == "warning"
    assert settled(["."], Flags(config=['fail-on = "never"'])).fail_on == "never"
    assert settled(["."], Flags(isolated=True)) == Settings()
    assert settled(["."], Flags(isolated=True, config=['fail-on = "never"'])).fail_on == "never"


@pytest.mark.parametrize(
    ("arguments", "environment", "status"),
    [
        ([], {}, 0),
        (["--fail-on", "notice"], {}, 1),
        ([], {"CHECKER_FAIL_ON": "notice"}, 1),
        (["--fail-on", "error"], {"CHECKER_FAIL_ON": "notice"}, 0),
        (["--config", 'fail-on = "notice"'], {}, 1),
        (["--config", 'fail-on = "notice"', "--exit-zero"], {}, 0),
        (["--config", 'fail-on = "notice"'], {"CHECKER_FAIL_ON": "error"}, 0),
    ],
)
def test_what_makes_a_run_fail_can_be_said_everywhere(arguments, environment, status, monkeypatch):
    write(SPELLINGS)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert run(["check", *arguments]) == status


def test_paths_are_relative_to_the_configuration_but_to_the_working_folder_if_it_is_named(monkeypatch):
    write({"checker.toml": 'corpus = ["x"]\nextend-exclude = ["/y/"]\n', "x/a.md": "", "a/x/a.md": ""})
    monkeypatch.chdir("a")
    here = os.getcwd()
    found = settled(["."])
    assert found.corpus == (os.path.join(os.path.dirname(here), "x"),)
    assert found.extend_exclude[0].match("../y/b.md")
    assert not found.extend_exclude[0].match("y/b.md")
    found = settled(["."], Flags(config=["../checker.toml"]))
    assert found.corpus == (os.path.join(here, "x"),)
    assert found.extend_exclude[0].match("y/b.md")


@pytest.mark.parametrize(
    ("text", "at", "said"),
    [
        ('selct = ["event-date"]', 1, 'unknown key "selct"; did you mean "select"?'),
        ('\n# x\nselect = ["evnt-date"]', 3, 'there is no rule "evnt-date"; did you mean "event-date"?'),
        ('select = [\n  "event-date",\n  "evnt-date",\n]', 3, 'did you mean "event-date"?'),
        (
            "[rules.office-holder]\nhandover-dys = 3",
            2,
            'no parameter "handover-dys"; did you mean "handover-days"?',
        ),
        ('[rules.office-holder]\nhandover-days = "3"', 2, "must be a whole number, as 30 is"),
        ("[rules.office-holder]\nhandover-days = [3]", 2, "must be a whole number, as 30 is"),
        ("[rules.office-holder]\nhandover-days = true", 2, "must be a whole number, as 30 is"),
        ("[rules.office-holder]\nhandover-days = -3", 2, "days cannot be negative"),
        ('[rules.office-holder]\nseverity = "loud"', 2, "must be 'error', 'warning', 'notice' or 'off'"),
        ('[rules.ofice-holder]\nseverity = "off"', 1, 'did you mean "office-holder"?'),
        ("rules = 3", 1, "must be a table"),
        ('rules = ["house"]', 1, 'there is no folder "house"'),
        ('rules = ["a"]\n[rules.office-holder]\n', 2, "[rules] folders = [...]"),
        (
            '[[overrides]]\nfiles = ["a"]\n\n[[overrides]]\nfiles = ["b"]\nignore = ["event-dat"]',
            6,
            "event-date",
        ),
        ('[[overrides]]\nfile = ["a"]', 2, 'unknown key "overrides.file"; did you mean "files"?'),
        ('fail-on = 3\n[[overrides]]\nignore = ["event-date"]', 2, 'the key "overrides.files" is missing'),
        ('[[overrides]]\nfiles = ["a"]\nseverity = { event-dte = "off" }', 3, 'did you mean "event-date"?'),
        ('[per-file-ignores]\n"a/" = ["event-dte"]', 2, 'did you mean "event-date"?'),
        ('select = "event-date"', 1, "must be a list"),
        ('force-exclude = "yes"', 1, "must be true or false"),
        ('fail-on = "sometimes"', 1, "must be 'error', 'warning', 'notice' or 'never'"),
        ('date-order = "ymd"', 1, "must be 'dmy' or 'mdy'"),
        ("handover-days = -1", 1, "must be at least 0"),
        ('corpus = ["nowhere"]', 1, 'there is no file or folder "nowhere"'),
        ('exclude = ["!"]', 1, "Invalid git pattern"),
        ('aliases = [["Bob Dylan"]]', 1, "must hold at least 2"),
        ('aliases = [["A B", "C D"]]\ndistinct = [["C D", "A B"]]', 2, "also in one list of aliases"),
        ("a = ", 1, "not TOML"),
        ('a = 1\nb = """', 2, "not TOML"),
    ],
)
def test_what_is_wrong_is_said_with_line_and_nearest_name(text, at, said, capsys):
    write({"checker.toml": text, **WEEKDAY})
    assert run(["check"]) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert any(
        told.startswith(f"checker: checker.toml:{at}: ") and said in told for told in printed.err.splitlines()
    )
    assert "Traceback" not in printed.err


def test_lines_of_a_shared_file_are_those_of_the_file(capsys):
    write(
        {"pyproject.toml": '[tool.black]\nselct = 1\n\n[tool.checker]\nselct = ["event-date"]\n', **WEEKDAY}
    )
    assert run(["check"]) == 2
    assert 'checker: pyproject.toml:5: unknown key "selct"' in capsys.readouterr().err


def test_all_that_is_wrong_is_said_at_once():
    write({"checker.toml": 'selct = 1\nfail-on = "x"\n'})
    with pytest.raises(ConfigError, match=r"(?s)checker\.toml:1: .*\nchecker\.toml:2: "):
        settled(["."])


@pytest.mark.parametrize(
    ("flags", "said"),
    [
        (Flags(config=["nowhere.toml"]), "nowhere.toml: no such configuration file"),
        (Flags(config=["checker.toml", "other.toml"]), "only one configuration"),
        (Flags(config=["checker.toml"], isolated=True), "--isolated"),
        (Flags(config=["selct = []"]), "--config 'selct = []': unknown key \"selct\""),
        (Flags(config=["a=b"]), "--config 'a=b': not TOML"),
        (Flags(select=["event-dte"]), '--select: there is no rule "event-dte"; did you mean "event-date"?'),
        (Flags(extend_select=["event-dte"]), "--extend-select: "),
        (Flags(ignore=["event-dte"]), "--ignore: "),
    ],
)
def test_what_is_wrong_with_flags_is_said(flags, said):
    write({"checker.toml": "", "other.toml": ""})
    with pytest.raises(CheckerError) as error:
        configure(["."], flags)
    assert said in str(error.value)


def test_a_file_that_is_no_utf_8_is_an_error():
    Path("checker.toml").write_bytes(b"\xff\xfe")
    with pytest.raises(ConfigError, match=r"checker\.toml: cannot be read"):
        settled(["."])


def test_keys_are_found_on_their_lines():
    text = '# a\n\na = 1\n[t]\nb = """\na = 2\n"""\nc.d = [\n 1,\n]\n[[l]]\n[[l]]\n"x y" = { z = 1 }\n'
    places = {("a",): 3, ("t",): 4, ("t", "b"): 5, ("t", "c", "d"): 8, ("l", 0): 11, ("l", 1): 12}
    places |= {("l", 1, "x y", "z"): 13, ("t", "nothing"): 4, ("nothing",): None}
    assert {keys: line(text, keys) for keys in places} == places


@pytest.mark.parametrize(
    ("text", "flags", "active"),
    [
        ("", Flags(), None),
        ('select = ["event-date"]', Flags(), {"event-date"}),
        (
            'select = ["event-date"]\nextend-select = ["name-spelling"]',
            Flags(),
            {"event-date", "name-spelling"},
        ),
        ('select = ["event-date"]', Flags(select=["name-spelling"]), {"name-spelling"}),
        ('select = ["event-date"]', Flags(extend_select=["name-spelling"]), {"event-date", "name-spelling"}),
        ('select = ["event-date", "name-spelling"]\nignore = ["event-date"]', Flags(), {"name-spelling"}),
        ('ignore = ["event-date"]', Flags(select=["event-date"]), {"event-date"}),
        ('[rules.event-date]\nseverity = "off"', Flags(select=["event-date"]), {"event-date"}),
        ('select = ["event-date"]', Flags(ignore=["event-date"]), set()),
        ('select = ["event-date"]\n[rules.event-date]\nseverity = "off"', Flags(), set()),
        (
            'select = ["event-date"]',
            Flags(config=['select = ["name-spelling"]', 'ignore = ["event-date"]']),
            {"name-spelling"},
        ),
    ],
)
def test_which_rules_run(text, flags, active):
    write({"checker.toml": text})
    settings, rules = configure(["."], flags)
    assert settings.rules == (active if active is not None else {rule.id for rule in rules})


def test_a_shorthand_sets_a_parameter_unless_the_rule_says_otherwise():
    write(
        {"checker.toml": "handover-days = 3\ninterleave-days = 9\nrules.office-holder.interleave-days = 8\n"}
    )
    assert settled(["."]).parameters["office-holder"] == {"handover-days": 3, "interleave-days": 8}
    flags = Flags(config=["handover-days = 5"])
    assert settled(["."], flags).parameters["office-holder"] == {"handover-days": 5, "interleave-days": 8}


def test_parameters_change_what_is_found(capsys):
    write(TWO_HOLDERS)
    assert findings(capsys) == [("office-holder", "warning")]
    assert findings(capsys, "--config", "handover-days = 5") == [("office-changed-hands", "notice")]
    assert (
        findings(capsys, "--config", "rules.office-holder.handover-days = 5", "--select", "office-holder")
        == []
    )


@pytest.mark.parametrize(
    ("files", "level", "found"),
    [
        (TWO_HOLDERS, "error", "warning"),  # no surer than it was
        (TWO_HOLDERS, "warning", "warning"),
        (TWO_HOLDERS, "notice", "notice"),
        (SPELLINGS, "error", "error"),  # as sure as this rule's findings are
        (WEEKDAY, "warning", "warning"),
        (WEEKDAY, "error", "error"),
    ],
)
def test_a_severity_is_a_ceiling_and_raises_what_stood_under_the_old_one(files, level, found, capsys):
    rule = {"news/a.txt": "office-holder"}.get(next(iter(files)), "weekday-mismatch")
    rule = "name-spelling" if files is SPELLINGS else rule
    write({**files, "checker.toml": f'[rules.{rule}]\nseverity = "{level}"\n'})
    assert findings(capsys) == [(rule, found)]


@pytest.mark.parametrize(
    ("overrides", "found"),
    [
        ('files = ["archive/"]\nignore = ["office-holder", "office-changed-hands"]', []),
        ('files = ["news/"]\nignore = ["office-holder", "office-changed-hands"]', []),
        ('files = ["elsewhere/"]\nignore = ["office-holder"]', [("office-holder", "warning")]),
        ('files = ["archive/"]\nselect = ["event-date"]', []),
        ('files = ["archive/"]\nselect = ["office-holder"]', [("office-holder", "warning")]),
        ('files = ["archive/"]\nseverity = { office-holder = "notice" }', [("office-holder", "notice")]),
        ('files = ["*"]\nseverity = { office-holder = "off", office-changed-hands = "off" }', []),
        (
            'files = ["*"]\nselect = ["event-date"]\n[[overrides]]\nfiles=["*"]\nselect=["office-holder"]',
            [("office-holder", "warning")],
        ),
    ],
)
def test_overrides_by_path(overrides, found, capsys):
    write({**TWO_HOLDERS, "checker.toml": f"[[overrides]]\n{overrides}\n"})
    assert findings(capsys) == found


def test_the_mildest_severity_of_the_files_counts(capsys):
    write(
        {
            **SPELLINGS,
            "checker.toml": '[[overrides]]\nfiles = ["a.txt"]\nseverity = { name-spelling = "error" }',
        }
    )
    assert findings(capsys) == [("name-spelling", "notice")]
    write({"checker.toml": '[[overrides]]\nfiles = ["?.txt"]\nseverity = { name-spelling = "error" }'})
    assert findings(capsys) == [("name-spelling", "error")]


def test_ignores_by_pattern_are_short_for_overrides(capsys):
    write(
        {
            **WEEKDAY,
            "b/c.txt": WEEKDAY["a.txt"],
            "checker.toml": '[per-file-ignores]\n"b/" = ["weekday-mismatch"]',
        }
    )
    assert [e["path"] for f in report(capsys)["findings"] for e in f["evidence"]] == ["a.txt"]


@pytest.mark.parametrize("text", ["distinct", "aliases"])
def test_declared_names_are_no_spellings_of_one_another(text, capsys):
    write(SPELLINGS)
    assert findings(capsys) == [("name-spelling", "notice")]
    write({"checker.toml": f'{text} = [["Sergey Lavrov", "Sergei Lavrov"]]\n'})
    same_time = [] if text == "aliases" else [("office-holder", "warning")]
    assert findings(capsys) == same_time


def test_aliases_are_one_holder(capsys):
    names = 'aliases = [["Oscar Ugarte", "Pilar Mazzetti"]]\n'
    write({**TWO_HOLDERS, "checker.toml": names})
    assert findings(capsys) == []
    assert findings(capsys, "--isolated") == [("office-holder", "warning")]


def test_declared_names_compare_as_declared(capsys):
    write(
        {
            "checker.toml": 'aliases = [["Bob Dylan", "Robert Zimmerman"]]\n'
            'distinct = [["Jon Smith", "John Smith"]]\n'
        }
    )
    for a, b, verdict in [
        ("Bob Dylan", "robert  zimmerman", "same"),
        ("Bob Dylan", "Robert A. Zimmerman", "same"),
        ("Jon Smith", "John Smith", "different"),
        ("Ajay Kumar", "Raj Kumar", "different"),
    ]:
        run(["compare", a, b])
        assert capsys.readouterr().out.startswith(f"{verdict} ")
        run(["compare", b, a])
        assert capsys.readouterr().out.startswith(f"{verdict} ")


FORCE = (
    "United Nations Interim Force in Lebanon",
    "United Nations International Peacekeeping Force in Lebanon",
)
UN = {f"{n}.txt": f"The troops will serve in the {name} from May.\n" for n, name in enumerate(FORCE)}


@pytest.mark.parametrize("key", ["aliases", "distinct"])
def test_declared_organisations_are_not_asked_about_again(key, capsys):
    write(UN)
    assert findings(capsys) == [("organisation-name", "notice")]
    write({"checker.toml": f"{key} = [{json.dumps(FORCE)}]\n"})
    assert findings(capsys) == []


@pytest.mark.parametrize(("order", "value"), [("dmy", "2021-05-04"), ("mdy", "2021-04-05")])
def test_doubtful_dates_are_read_in_the_stated_order(order, value, capsys):
    write({"a.txt": "The court sat on 04/05/2021 in the capital and heard the two fishermen.\n"})
    run(["claims", "--kind", "date"])
    assert "alternatives" in json.loads(capsys.readouterr().out)
    run(["claims", "--kind", "date", "--config", f'date-order = "{order}"'])
    row = json.loads(capsys.readouterr().out)
    assert (row["value"], row.get("alternatives")) == (value, None)


def test_rules_of_ones_own_run_beside_the_built_in_ones(capsys):
    theirs = Path(built_in(), "impossible-date.toml").read_text("utf-8")
    mine = theirs.replace('"impossible-date"', '"no-such-day"')
    text = "The treaty was signed on 31 June 1998 in the capital by the two ministers.\n"
    write({"house/no-such-day.toml": mine, "a.txt": text, "checker.toml": 'rules = ["house/"]\n'})
    assert findings(capsys) == [("impossible-date", "error"), ("no-such-day", "error")]
    write({"checker.toml": '[rules]\nfolders = ["house"]\n[rules.no-such-day]\nseverity = "notice"\n'})
    assert findings(capsys) == [("impossible-date", "error"), ("no-such-day", "notice")]
    run(["rules"])
    assert "no-such-day           notice" in capsys.readouterr().out
    assert run(["explain", "no-such-day"]) == 0
    capsys.readouterr()
    assert run(["rules", "--isolated"]) == 0
    assert "no-such-day" not in capsys.readouterr().out


def test_the_corpus_is_checked_if_no_path_is_named(capsys):
    write(
        {
            "checker.toml": 'corpus = ["articles"]\n',
            "articles/a.txt": WEEKDAY["a.txt"],
            "b.txt": WEEKDAY["a.txt"],
        }
    )
    assert run(["check", "--show-files"]) == 0
    assert capsys.readouterr().out == "articles/a.txt\n"
    assert run(["check", "--show-files", "."]) == 0
    assert capsys.readouterr().out == "articles/a.txt\nb.txt\n"


def test_excludes_decide_what_is_read(capsys):
    write({**WEEKDAY, "drafts/b.txt": "x", "checker.toml": 'extend-exclude = ["drafts/"]\n'})
    run(["check", "--show-files"])
    assert capsys.readouterr().out == "a.txt\n"
    run(["check", "--show-files", "drafts/b.txt"])
    assert capsys.readouterr().out == "drafts/b.txt\n"
    run(["check", "--show-files", "--force-exclude", "drafts/b.txt", "a.txt"])
    assert capsys.readouterr().out == "a.txt\n"


def test_the_settings_in_force_are_shown_as_a_configuration(capsys):
    text = 'handover-days = 3\naliases = [["A B", "C D"]]\n'
    text += '[[overrides]]\nfiles = ["x/"]\nignore = ["event-date"]\n'
    write({"checker.toml": text, **WEEKDAY})
    assert run(["check", "--show-settings"]) == 0
    shown = capsys.readouterr().out
    assert shown.startswith("# configuration: checker.toml\n")
    before = settled(["."])
    write({"checker.toml": shown})
    after = settled(["."])
    assert (after.aliases, after.rules, after.overrides) == (before.aliases, before.rules, before.overrides)
    assert after.parameters["office-holder"]["handover-days"] == 3


def test_init_writes_a_configuration_that_holds_and_never_overwrites(capsys):
    assert run(["init"]) == 0
    written = Path("checker.toml").read_text("utf-8")
    assert tomllib.loads(written) == {}
    jsonschema.validate(examples := tomllib.loads(uncommented(written)), json_schema())
    write({"articles/a.md": "", "house-rules/readme.md": "", "facts/offices.csv": ""})
    Path("checker.toml").write_text(uncommented(written), "utf-8")
    assert settled(["."]).date_order == examples["date-order"]
    capsys.readouterr()
    assert run(["init"]) == 2
    assert "already" in capsys.readouterr().err
    assert Path("checker.toml").read_text("utf-8") == uncommented(written)


def test_init_does_not_put_another_configuration_out_of_force(capsys):
    write({"pyproject.toml": SHARED})
    assert run(["init"]) == 2
    assert "[tool.checker]" in capsys.readouterr().err
    assert not Path("checker.toml").exists()
    write({"pyproject.toml": OTHERS})
    assert run(["init"]) == 0


def uncommented(text: str) -> str:
    """The template with its examples in force: the lines of prose begin with a capital letter."""
    lines = [found.removeprefix("# ") for found in text.splitlines()]
    return "\n".join(found for found in lines if found[:1].islower() or found[:1] == "[") + "\n"


def test_every_key_is_in_the_template_or_the_readme():
    root = Path(__file__).parent.parent
    told = (root / "checker/config/template.toml").read_text("utf-8") + (root / "README.md").read_text(
        "utf-8"
    )
    keys = set(json_schema()["properties"]) - {"per-file-ignores", "extend-select"}
    assert {key for key in keys if key not in told} == set()


@pytest.mark.parametrize("path", sorted(Path(built_in()).glob("*.toml")), ids=lambda path: path.stem)
def test_rule_files_fit_the_published_schema(path):
    schema = rule_schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(tomllib.loads(path.read_text("utf-8")), schema)


def test_schemas_are_printed(capsys):
    for name in ("config", "rule", "report"):
        assert run(["schema", name]) == 0
        jsonschema.Draft202012Validator.check_schema(json.loads(capsys.readouterr().out))
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({"selct": []}, json_schema())


def test_several_reports_of_one_run(capsys):
    write(WEEKDAY)
    arguments = ["--report", "json=out.json", "--report", "concise=out.lines", "--color", "always"]
    assert run(["check", *arguments]) == 1
    assert "\x1b[1;31merror" in capsys.readouterr().out
    assert json.loads(Path("out.json").read_text("utf-8"))["summary"]["error"] == 1
    assert Path("out.lines").read_text("utf-8").startswith("a.txt:1:18: error weekday-mismatch ")
    assert run(["check", "--report", "xml=out"]) == 2
    assert "full, concise, json" in capsys.readouterr().err
    assert run(["check", "--report", "json=no/such/folder/out"]) == 2


def test_what_libraries_print_does_not_get_into_the_report(capsys, monkeypatch):
    from checker import extract

    sound = extract.extract

    def chatty(*arguments):
        print("a library has something to say")
        return sound(*arguments)

    monkeypatch.setattr(extract, "extract", chatty)
    write(WEEKDAY)
    run(["check", "--format", "json"])
    printed = capsys.readouterr()
    assert json.loads(printed.out)["summary"]["error"] == 1
    assert "something to say" in printed.err
