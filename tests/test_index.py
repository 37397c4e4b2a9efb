"""The index of claims: what it keeps is what was extracted, and no trouble with it changes a result."""

from __future__ import annotations

import os
import shutil
import sqlite3
import stat
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

import checker
from checker import extract as extraction
from checker.check import check
from checker.engine.examples import unmarked
from checker.engine.ruleset import load_rules
from checker.index import contents, database, store
from checker.index.extraction import extracted
from checker.index.home import clean, home, make
from checker.index.packed import Packed, pack
from checker.index.version import EXTRACTION, JUDGING, reckoned
from checker.inputs import Inputs, inputs
from checker.report.json import render
from checker.report.run import Run
from checker.settings import Settings

RULES = load_rules()

FILES: dict[str, str | bytes] = {
    "2021-04-09-a.md": b"# Visit\n\nFrench Foreign Minister Claire Delorme opened the exhibition there.\n",
    "b.txt": b"Date: 2021-04-12\n\nFrench Foreign Minister Henri Vasseur spoke to the reporters there.\n",
    "2019/03/05/c.txt": b"The court sat on Monday, and heard the appeal of the two fishermen from there.\n",
    "d.txt": b"The court sat on Monday, 5 March 2021, and heard the appeal of the two fishermen.\n",
    "e.jsonl": b'{"text": "The court sat on Monday, 5 March 2021, and heard an appeal."}\n{"id": 2}\n',
    "f.txt": b"\x00\x01\x02\xff" * 50,
    "g.txt": "Das Gericht tagte am Montag in der Hauptstadt und hörte die Fischer, die klagten.\n".encode(),
}
DATABASE = database.FILE


def warned(run: Run, warnings: list[str]) -> tuple[str, int]:
    return render(run), len(warnings)


def checked(cache: Path | None, files: dict[str, str | bytes] = FILES) -> tuple[str, list[str]]:
    warnings: list[str] = []
    return render(check(Inputs(files), RULES, cache=cache, warn=warnings.append)), warnings


@pytest.fixture(scope="module")
def plain() -> str:
    """What is found without a cache."""
    report, warnings = checked(None)
    assert warnings == []
    assert report.count('"fingerprint"') == 3
    return report


@pytest.fixture
def unread(monkeypatch):
    """From now on, nothing may be extracted."""

    def forbid() -> None:
        monkeypatch.setattr(extraction, "extract", lambda *_: pytest.fail("an article is read again"))

    return forbid


def articles() -> dict[str, bytes]:
    found = {name: text for name, text in FILES.items() if isinstance(text, bytes)}
    for rule in RULES:
        for number, example in enumerate((*rule.examples.bad, *rule.examples.good)):
            for part, text in enumerate(unmarked(example)[0]):
                found[f"{rule.id}-{number}-{part}.{example.format}"] = text.encode()
    return found


def test_what_is_packed_is_unpacked():
    seen = set()
    for path, data in articles().items():
        found, sound = extracted(path, data, None)
        packed = Packed(path, pack(path, found))
        assert sound
        assert packed.claims() == list(found.claims)
        assert [(source, ignores) for source, _, ignores in packed.articles()] == [
            (article.source, article.ignores) for article in found.articles
        ]
        numbers = [number for _, range, _ in packed.articles() for number in range]
        assert numbers == list(range(len(packed)))
        seen |= {claim.kind for claim in found.claims}
    assert len(seen) > 8


def test_a_file_that_moves_takes_its_claims_along():
    for path, data in articles().items():
        there = f"elsewhere/{path}"
        moved = Packed(there, pack(path, extracted(path, data, None)[0]))
        found, _ = extracted(there, data, None)
        assert moved.claims() == list(found.claims), path
        assert [it[0] for it in moved.articles()] == [article.source for article in found.articles]


@pytest.mark.parametrize("known", [[], ["b.txt"], ["b.txt", "d.txt", "e.jsonl", "f.txt"], list(FILES)])
def test_cold_partial_and_warm_caches_give_the_same_bytes(known, tmp_path, plain):
    if known:
        checked(tmp_path / "cache", {name: FILES[name] for name in known})
    assert checked(tmp_path / "cache") == (plain, [])
    with sqlite3.connect(tmp_path / "cache" / DATABASE) as connection:
        connection.execute("DELETE FROM answers")
    assert checked(tmp_path / "cache") == (plain, [])
    assert checked(tmp_path / "cache") == (plain, [])


def test_a_warm_cache_reads_no_article_again_even_for_other_rules_and_places(tmp_path, plain, unread):
    there = {f"moved/{name}": data for name, data in FILES.items()}
    expected = render(check(Inputs(there), RULES[2:]))
    checked(tmp_path / "cache")
    unread()
    assert checked(tmp_path / "cache")[0] == plain
    assert render(check(Inputs(there), RULES[2:], cache=tmp_path / "cache")) == expected
    focus = Inputs(FILES, focus=frozenset({"b.txt"}))
    assert check(focus, RULES[1:], cache=tmp_path / "cache").findings
    assert checked(tmp_path / "cache")[0] == plain


def test_other_contents_names_dates_and_settings_are_read_anew(tmp_path, unread):
    text = b"The court sat on Monday, 5 March, and heard the appeal of the two fishermen from there.\n"
    cache = tmp_path / "cache"

    def dated(name: str, settings: Settings | None = None) -> str:
        run = check(Inputs({name: text}), RULES, settings or Settings(), cache=cache)
        return ",".join(str(f.evidence[0].claim.source.dated_by) for f in run.findings)

    assert dated("a.txt") == ""
    assert dated("2021-03-09-a.txt") == "file name"
    assert dated("2021/03/09/a.txt") == "file name"
    assert dated("old/2021/03/09/a.txt") == "file name"
    assert dated("a.txt") == ""
    unread()
    assert dated("any/where/a.txt") == ""
    assert dated("x/2021/03/09/a.txt") == "file name"
    with pytest.raises(pytest.fail.Exception):
        dated("a.txt", Settings(date_order="mdy"))


def test_a_change_of_code_or_vocabulary_is_another_extractor(tmp_path):
    package = Path(checker.__file__).parent
    copy = tmp_path / "checker"
    shutil.copytree(package, copy, ignore=shutil.ignore_patterns("__pycache__"))
    same = reckoned(str(copy), EXTRACTION)
    assert same == reckoned(str(package), EXTRACTION)
    (copy / "report" / "new.py").write_text("")
    assert reckoned(str(copy), EXTRACTION) == same
    seen = {same}
    for name in ("vocab/ranks.toml", "extract/rank.py", "load/plain.py", "model/when.py", "dates/new.py"):
        with (copy / name).open("a") as file:
            file.write("\n")
        seen.add(reckoned(str(copy), EXTRACTION))
    assert len(seen) == 6


def test_a_change_of_rules_in_code_is_another_judge_and_the_same_extractor(tmp_path):
    copy = tmp_path / "checker"
    shutil.copytree(Path(checker.__file__).parent, copy, ignore=shutil.ignore_patterns("__pycache__"))
    before = reckoned(str(copy), EXTRACTION), reckoned(str(copy), JUDGING)
    (copy / "engine" / "check.py").write_text("")
    assert reckoned(str(copy), EXTRACTION) == before[0]
    assert reckoned(str(copy), JUDGING) != before[1]


def ruined(kind: str, folder: Path) -> None:
    """A cache with something wrong about it."""
    database = folder / DATABASE
    match kind.split():
        case ["truncated", size]:
            checked(folder)
            data = database.read_bytes()
            database.write_bytes(data[: int(len(data) * float(size))])
        case ["garbage"]:
            make(folder)
            database.write_bytes(b"no database at all " * 1000)
        case ["empty"]:
            make(folder)
            database.touch()
        case ["flipped"]:
            checked(folder)
            data = bytearray(database.read_bytes())
            for at in range(100, len(data), 97):
                data[at] ^= 0x15
            database.write_bytes(data)
        case ["value"]:
            checked(folder)
            with sqlite3.connect(database) as connection:
                connection.execute("UPDATE data SET packed = substr(packed, 1, 20) || x'ff00ff'")
                connection.execute("DELETE FROM answers")  # else nobody looks
            connection.close()
        case ["future"]:
            checked(folder)
            with sqlite3.connect(database) as connection:
                connection.execute("PRAGMA user_version = 999")
            connection.close()
        case ["foreign"]:
            make(folder)
            with sqlite3.connect(database) as connection:
                connection.execute("CREATE TABLE files (a)")
            connection.close()
        case ["folder"]:
            (folder / DATABASE).mkdir(parents=True)
        case ["file"]:
            folder.write_text("a file in its place")


RUINS = "truncated 0;truncated 0.1;truncated 0.5;truncated 0.9;garbage;empty;flipped;value;future;foreign"


@pytest.mark.parametrize("kind", [*RUINS.split(";"), "folder", "file"])
def test_a_ruined_cache_changes_nothing_and_is_told_of_once_at_most(kind, tmp_path, plain):
    folder = tmp_path / "cache"
    ruined(kind, folder)
    report, warnings = checked(folder)
    assert report == plain
    assert len(warnings) <= 1
    if kind in ("garbage", "flipped", "value", "truncated 0.5", "foreign"):  # what is damaged is begun anew
        assert len(warnings) == 1
        assert checked(folder) == (plain, [])
        assert checked(folder) == (plain, [])


def test_a_later_version_keeps_its_cache(tmp_path, plain):
    ruined("future", tmp_path / "cache")
    before = (tmp_path / "cache" / DATABASE).read_bytes()
    report, warnings = checked(tmp_path / "cache")
    assert (report, len(warnings)) == (plain, 1)
    assert "later version" in warnings[0]
    assert (tmp_path / "cache" / DATABASE).read_bytes() == before


def test_a_cache_that_another_process_holds_is_done_without(tmp_path, plain, monkeypatch):
    monkeypatch.setattr(database, "PATIENCE", 0.05)
    checked(tmp_path / "cache", {"d.txt": FILES["d.txt"]})
    holder = sqlite3.connect(tmp_path / "cache" / DATABASE, isolation_level=None)
    holder.execute("BEGIN EXCLUSIVE")
    report, warnings = checked(tmp_path / "cache")
    assert (report, len(warnings)) == (plain, 1)
    holder.execute("ROLLBACK")
    holder.close()
    assert checked(tmp_path / "cache") == (plain, [])


def written() -> list[str]:
    """Some articles in the working folder, enough for several strokes of writing."""
    for number in range(30):
        for name, data in FILES.items():
            path = Path(f"{number}", name)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data + f"This is number {number} of them.\n".encode())
    return [sys.executable, "-m", "checker", "check", "--format", "json", "."]


@pytest.mark.skipif(sys.platform == "win32", reason="no such limits there")
def test_a_full_disk_is_done_without(tmp_path, monkeypatch):
    import resource

    monkeypatch.chdir(tmp_path)
    command = written()
    expected = render(check(inputs(["."]), RULES))
    limited = subprocess.run(
        command,
        capture_output=True,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (40_000, 40_000)),
    )
    assert limited.stdout.decode() == expected
    cache = [line for line in limited.stderr.decode().splitlines() if "cache" in line]
    assert len(cache) == 1


def test_processes_share_a_cache(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    command = written()
    expected = render(check(inputs(["."]), RULES))
    with ThreadPoolExecutor(6) as pool:
        runs = list(pool.map(lambda _: subprocess.run(command, capture_output=True), range(12)))
    assert {run.stdout.decode() for run in runs} == {expected}
    assert {b"cache" in run.stderr for run in runs} == {False}


def test_a_killed_process_leaves_a_cache_that_can_be_used(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    command = written()
    expected = render(check(inputs(["."]), RULES))
    for delay in (0.3, 0.6, 0.9):
        with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
            try:
                process.wait(delay)
            except subprocess.TimeoutExpired:
                process.kill()
    run = subprocess.run(command, capture_output=True)
    assert run.stdout.decode() == expected
    assert b"cache" not in run.stderr


def test_what_a_fault_of_ours_cut_short_is_not_kept(tmp_path, monkeypatch, plain):
    sound = extraction.extract

    def odd(article, order=None):
        if article.source.path == "b.txt":
            raise ZeroDivisionError("odd")
        return sound(article, order)

    with monkeypatch.context() as patch:
        patch.setattr(extraction, "extract", odd)
        assert "odd" in checked(tmp_path / "cache")[0]
        assert "odd" in checked(tmp_path / "cache")[0]
    assert checked(tmp_path / "cache") == (plain, [])


def test_what_is_no_longer_used_is_dropped(tmp_path, monkeypatch):
    monkeypatch.setattr(store, "BOUND", 0)
    monkeypatch.setattr(store, "KEPT", 4)
    kept = {"d.txt": FILES["d.txt"]}
    for number in range(20):
        checked(tmp_path / "cache", kept | {"x.txt": f"The court sat {number} times in all.\n".encode()})
    with sqlite3.connect(tmp_path / "cache" / DATABASE) as connection:
        counts = [
            connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in ("files", "data")
        ]
    connection.close()
    assert counts[0] == counts[1] <= 6
    monkeypatch.setattr(extraction, "extract", lambda *_: pytest.fail("what is used is kept"))
    checked(tmp_path / "cache", kept)


def test_a_cache_is_private_and_says_what_it_is(tmp_path):
    folder = tmp_path / "cache"
    checked(folder)
    assert (folder / "CACHEDIR.TAG").read_text().startswith("Signature: 8a477f597d28d172789f06886806bc55\n")
    assert (folder / ".gitignore").read_text() == "*\n"
    if os.name == "posix":
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700
        assert {stat.S_IMODE(path.stat().st_mode) for path in folder.iterdir()} == {0o600}


def test_only_a_cache_is_removed(tmp_path):
    checked(tmp_path / "cache")
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "a.txt").write_text("x")
    assert clean(tmp_path / "cache")
    assert not (tmp_path / "cache").exists()
    assert not clean(tmp_path / "cache")
    assert not clean(tmp_path / "articles")
    assert (tmp_path / "articles" / "a.txt").exists()


def test_where_a_cache_lies(monkeypatch):
    monkeypatch.delenv("CHECKER_CACHE_DIR", raising=False)
    assert home("project") == os.path.join("project", ".checker_cache")
    monkeypatch.setenv("CHECKER_CACHE_DIR", "there")
    assert home("project") == "there"
    assert home("project", "here") == "here"


@pytest.mark.skipif(os.name != "posix", reason="no stamps there")
def test_files_whose_stamps_are_known_are_not_even_opened(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    written()
    cache = tmp_path / "cache"

    def report() -> str:
        return render(check(inputs(["."]), RULES, cache=cache))

    expected = report()
    opened: list[str | bytes] = []
    read = contents.read
    monkeypatch.setattr(contents, "read", lambda source: opened.append(source) or read(source))
    assert report() == expected
    assert len(opened) == 30 * len(FILES)  # they are as young as the cache
    monkeypatch.setattr(contents, "MARGIN", -(10**12))
    assert report() == expected
    opened.clear()
    assert report() == expected
    assert opened == []
    changed = Path("7", "d.txt")
    state = changed.stat()
    text = changed.read_text("utf-8")
    changed.write_text(text.replace("Monday", "Friday"), "utf-8")
    os.utime(changed, ns=(state.st_atime_ns, state.st_mtime_ns))
    changed_report = report()
    assert [Path(str(source)) for source in opened] == [changed]
    assert changed_report == render(check(inputs(["."]), RULES))
    assert changed_report != expected
    Path("8", "d.txt").rename("9/new.txt")
    assert report() == render(check(inputs(["."]), RULES))


@pytest.mark.skipif(os.name != "posix", reason="no stamps there")
@pytest.mark.parametrize("change", ["settings", "code"])
def test_a_known_stamp_tells_nothing_to_another_extractor(change, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(contents, "MARGIN", -(10**12))
    Path("a.txt").write_text(
        "The court sat on Monday, 05/04/2021, and heard the appeal of two fishermen there.\n"
    )

    def read_anew(settings: Settings) -> int:
        opened: list[str | bytes] = []
        with monkeypatch.context() as patch:
            patch.setattr(contents, "read", lambda source: opened.append(source) or read(source))
            check(inputs(["."]), RULES, settings, cache=tmp_path / "cache")
        return len(opened)

    read = contents.read
    assert read_anew(Settings()) == 1
    assert read_anew(Settings()) == 0
    if change == "code":
        monkeypatch.setattr("checker.index.intake.version", lambda _: b"another")
    assert read_anew(Settings(date_order="mdy" if change == "settings" else None)) == 1


def test_a_cache_of_an_earlier_version_is_begun_anew(tmp_path, plain):
    checked(tmp_path / "cache")
    with sqlite3.connect(tmp_path / "cache" / DATABASE) as connection:
        connection.execute("PRAGMA user_version = 1")
    connection.close()
    assert checked(tmp_path / "cache") == (plain, [])
    with sqlite3.connect(tmp_path / "cache" / DATABASE) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (database.FORMAT,)
    connection.close()
