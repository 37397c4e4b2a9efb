"""Files of many records: read in pieces, they say what they say as a whole, and a change costs one piece."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker import extract as extraction
from checker.check import check
from checker.engine.ruleset import load_rules
from checker.index import database
from checker.inputs import Inputs
from checker.load import load
from checker.load.originals import originals
from checker.load.pieces import LINES, cut, named, place
from checker.reading import read
from checker.report.json import render

RULES = load_rules()
SAID = (
    "The court sat on Monday, {day} March 2021, and heard the appeal of the two fishermen from the coast.\n"
)
HELD = "French Foreign Minister {who} opened the exhibition in the capital city of the country there.\n"

# Good records and all that can be wrong with one, under few ids, so that some come again.
LINE = st.one_of(
    st.builds(
        lambda id, text: json.dumps({**({"id": id} if id else {}), "text": text}, ensure_ascii=False),
        st.sampled_from(["", "a", "b", "c", "é", "d.jsonl:3"]),
        st.sampled_from([SAID.format(day=5), "Łódź and Москва", "Das Gericht hörte die Fischer dort."]),
    ),
    st.sampled_from(["", "  ", "\r", "no JSON", "[]", '{"id": "a"}', '{"id": [], "text": "x"}']),
)


def records(count: int) -> dict[str, dict[str, str]]:
    """So many records by id, three of which say what cannot be."""
    found = {f"r{n}": {"id": f"r{n}", "date": "2021-04-09", "text": SAID.format(day=8)} for n in range(count)}
    found["r3"]["text"] = SAID.format(day=5)
    found["r1"]["text"] = HELD.format(who="Claire Delorme")
    found[f"r{count - 2}"]["text"] = HELD.format(who="Henri Vasseur")
    found[f"r{count - 1}"] |= {"text": SAID.format(day=6), "checker": {"ignore": ["weekday-mismatch"]}}
    return found


def written(found: dict[str, dict[str, str]]) -> bytes:
    return "\n".join(map(json.dumps, found.values())).encode()


@given(st.lists(LINE, max_size=12), st.booleans(), st.integers(1, 4))
def test_a_file_says_in_pieces_what_it_says_as_a_whole(lines, marked, size):
    data = ("\ufeff" * marked + "\n".join(lines)).encode()
    whole = load("d.jsonl", data)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("checker.load.pieces.LINES", size)
        pieces, problems = cut("d.jsonl", data)
    parts = [load("d.jsonl", piece.data, first=piece.first) for piece in pieces]
    assert [article for part in parts for article in part.articles] == list(whole.articles)
    told = [problem.message for part in parts for problem in part.problems]
    assert sorted([*told, *problems]) == sorted(problem.message for problem in whole.problems)
    assert sum(part.skipped for part in parts) == whole.skipped


@given(st.lists(LINE, max_size=12), st.sets(st.sampled_from(["a", "b", "d.jsonl:2"])))
def test_originals_are_those_of_the_articles(lines, only):
    data = "\n".join(lines).encode()
    told = dict(reversed(list(originals("d.jsonl", data, only))))  # of records with one name the first
    found = {it.source.record: it.written for it in load("d.jsonl", data).articles}
    assert {it: told.get(it) for it in only & found.keys()} == {it: found[it] for it in only & found.keys()}


@pytest.mark.parametrize(
    ("path", "data"),
    [
        ("a.md", b"Word\n" * 3 * LINES),
        ("a.jsonl", b"{}\n" * LINES),
        ("a.jsonl", b'{"text": "caf\xe9"}\n' * 3 * LINES),
        ("a.jsonl", ('{"text": "word"}\n' * 3 * LINES).encode("utf-16")),
        ("a.jsonl", b""),
    ],
)
def test_what_is_no_long_file_of_records_is_one_piece(path, data):
    assert cut(path, data) == (((1, data),), ())


@given(st.text(st.characters(exclude_characters="\0")), st.integers(1, 10**8))
def test_the_name_of_a_piece_tells_its_place(path, first):
    assert place(named(path, first)) == (path, first)
    assert named(path, 1) == path
    assert named(path, first) < named(path, first + 1)


@pytest.mark.parametrize("jobs", [1, 2])
def test_no_cache_changes_what_is_found_in_many_records(jobs, tmp_path):
    data = written(records(5 * LINES))
    inputs = Inputs({"d.jsonl": data})
    plain = render(check(inputs, RULES))
    found = json.loads(plain)
    assert [(it["rule"], it["status"]) for it in found["findings"]] == [
        ("weekday-mismatch", "new"),
        ("office-holder", "new"),
        ("weekday-mismatch", "suppressed"),
    ]
    assert {it["record"] for it in found["findings"][1]["evidence"]} == {"r1", f"r{5 * LINES - 2}"}
    for _ in range(2):
        assert render(check(inputs, RULES, cache=tmp_path, jobs=jobs)) == plain


def test_files_of_records_are_compared_with_others_in_focus(tmp_path):
    found = records(3 * LINES)
    others = {name: record for name, record in found.items() if name == "r1"}
    del found["r1"]
    files = {"big.jsonl": written(found), "small.jsonl": written(others)}
    full = json.loads(render(check(Inputs(files), RULES)))["findings"]
    for focus, count in (("big.jsonl", 3), ("small.jsonl", 1)):
        run = check(Inputs(files, focus=frozenset([focus])), RULES, cache=tmp_path)
        touching = {it["fingerprint"] for it in full if focus in {one["path"] for one in it["evidence"]}}
        assert {it["fingerprint"] for it in json.loads(render(run))["findings"]} == touching
        assert len(touching) == count
        assert (run.checked, run.corpus) == (len(found) if focus == "big.jsonl" else 1, 3 * LINES)


def test_a_change_of_one_record_costs_one_piece(tmp_path, monkeypatch):
    found = records(5 * LINES)
    check(Inputs({"d.jsonl": written(found)}), RULES, cache=tmp_path)
    found["r100"]["text"] = SAID.format(day=6)
    changed = Inputs({"d.jsonl": written(found)})
    read: list[str | None] = []
    extract = extraction.extract

    def counted(article, *others):
        read.append(article.source.record)
        return extract(article, *others)

    with monkeypatch.context() as patch:
        patch.setattr(extraction, "extract", counted)
        report = render(check(changed, RULES, cache=tmp_path))
    assert report == render(check(changed, RULES))
    assert len(read) == LINES
    assert "r100" in read


def test_ids_that_come_again_are_told_of_every_time(tmp_path):
    lines = written(records(3 * LINES)).split(b"\n")
    data = b"\n".join([*lines, lines[0], lines[1]])
    place = tmp_path / "d.jsonl"
    place.write_bytes(data)
    for cache in (None, tmp_path / "cache", tmp_path / "cache"):
        run = check(Inputs({"d.jsonl": str(place)}), RULES, cache=cache)
        assert [problem.message for problem in run.problems] == [
            f'line {3 * LINES + 1}: the id "r0" stands in an earlier line too',
            f'line {3 * LINES + 2}: the id "r1" stands in an earlier line too',
        ]
    readings = list(read(Inputs({"d.jsonl": str(place)}), lambda article, _: article.source.record))
    assert [record for reading in readings for record in reading.told] == list(records(3 * LINES))
    assert len([problem for reading in readings for problem in reading.problems]) == 2


def test_pieces_that_were_dropped_are_read_again(tmp_path):
    """As after the cache has grown too large: what a file consists of is not known any more, or not all."""
    place = tmp_path / "d.jsonl"
    place.write_bytes(written(records(3 * LINES)))
    inputs = Inputs({"d.jsonl": str(place)})
    plain = render(check(inputs, RULES, cache=tmp_path / "cache"))
    for query in ("DELETE FROM files WHERE id = 2", "DELETE FROM cuts", "DELETE FROM files"):
        connection = database.opened(str(tmp_path / "cache"))
        connection.execute(query)
        connection.close()
        assert render(check(inputs, RULES, cache=tmp_path / "cache")) == plain
