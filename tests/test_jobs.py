"""Several processes give what one gives, and one that dies takes nothing with it but its file."""

from __future__ import annotations

import faulthandler
import json
import os
import signal
import subprocess
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from hashlib import blake2b
from pathlib import Path

import pytest

from checker import extract as extraction
from checker import pool, workers
from checker.check import check
from checker.cli import run
from checker.cores import quota, usable
from checker.engine.examples import unmarked
from checker.engine.ruleset import load_rules
from checker.index.extraction import read
from checker.inputs import Inputs
from checker.report.json import render

RULES = load_rules()
ENOUGH = 4 * pool.SHARE  # bytes for which further processes are begun
TASKS = [(f"{number}.txt", b"%d " % number * (number % 7 * 500)) for number in range(200)]
BY_FORK = pytest.mark.skipif(sys.platform != "linux", reason="looks at processes as Linux shows them")


def digest(path: str, data: bytes) -> str:
    return f"{path} {blake2b(data).hexdigest()}"


def in_which_process(_path: str, _data: bytes) -> int:
    return os.getpid()


def talking(path: str, data: bytes) -> str:
    print("said")
    print("complained", file=sys.stderr, flush=True)
    return digest(path, data)


def dying(here: int, how: str, path: str, data: bytes) -> str:
    """Dies of three files, unless in this process."""
    if path in ("0.txt", "77.txt", "78.txt") and os.getpid() != here:
        if how == "MemoryError":
            raise MemoryError
        if how == "exit":
            os._exit(0)
        faulthandler.disable()
        os.kill(os.getpid(), getattr(signal, how))
    return digest(path, data)


def test_there_is_enough_to_do_in_these_tests():
    assert sum(len(data) for _, data in TASKS) > ENOUGH


@pytest.mark.parametrize("jobs", [1, 2, 3])
def test_results_come_in_order_from_any_number_of_processes(jobs):
    expected = [(path, digest(path, data)) for path, data in TASKS]
    assert list(pool.mapped(digest, TASKS, jobs)) == expected
    assert list(pool.mapped(digest, iter(TASKS), jobs)) == expected


def test_results_come_in_order_from_processes_that_are_no_copies(monkeypatch):
    monkeypatch.setattr(workers, "method", lambda: "spawn")
    assert list(pool.mapped(digest, TASKS, 2)) == [(path, digest(path, data)) for path, data in TASKS]


def test_other_processes_do_the_work_where_there_is_enough_of_it():
    others = {found for _, found in pool.mapped(in_which_process, TASKS, 2)}
    assert 1 <= len(others) <= 2
    assert os.getpid() not in others
    assert {found for _, found in pool.mapped(in_which_process, TASKS, 1)} == {os.getpid()}
    assert {found for _, found in pool.mapped(in_which_process, TASKS[:20], 2)} == {os.getpid()}
    assert list(pool.mapped(in_which_process, [], 2)) == []


def test_workers_say_nothing(capfd):
    assert len(list(pool.mapped(talking, TASKS, 2))) == len(TASKS)
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize("how", ["exit", "MemoryError", "SIGKILL", "SIGSEGV", "SIGABRT"])
def test_a_worker_that_dies_takes_nothing_with_it_but_its_file(how, capfd):
    if how.startswith("SIG") and not hasattr(signal, how):
        pytest.skip(f"no {how} here")
    found = list(pool.mapped(partial(dying, os.getpid(), how), TASKS, 2))
    assert [path for path, _ in found] == [path for path, _ in TASKS]
    assert [path for path, told in found if told is None] == ["0.txt", "77.txt", "78.txt"]
    assert [it for it in found if it[1]] == [
        (path, digest(path, data)) for path, data in TASKS if path not in ("0.txt", "77.txt", "78.txt")
    ]
    assert capfd.readouterr() == ("", "")


def test_where_no_process_can_be_begun_this_one_does_the_work(monkeypatch):
    def forbidden(*_):
        raise PermissionError

    monkeypatch.setattr(ProcessPoolExecutor, "submit", forbidden)
    assert {found for _, found in pool.mapped(in_which_process, TASKS, 2)} == {os.getpid()}


def test_what_is_prepared_is_prepared_once_and_only_for_others():
    made: list[int] = []
    prepare = partial(made.append, 1)
    list(pool.mapped(digest, TASKS, 1, prepare))
    assert made == []
    list(pool.mapped(digest, TASKS, 2, prepare))
    assert made == [1]


@pytest.mark.parametrize(
    ("groups", "files", "expected"),
    [
        ("0::/\n", {}, None),
        ("0::/\n", {"cpu.max": "max 100000"}, None),
        ("0::/\n", {"cpu.max": "150000 100000"}, 1.5),
        ("0::/a/b\n", {"a/b/cpu.max": "max 100000", "a/cpu.max": "50000 100000"}, 0.5),
        ("0::/of/the/host\n", {"cpu.max": "200000 100000"}, 2.0),
        ("3:cpu,cpuacct:/a\n", _V1 := {"cpu,cpuacct/a/cpu.cfs_quota_us": "300000",
                                       "cpu,cpuacct/a/cpu.cfs_period_us": "100000"}, 3.0),
        ("3:cpu,cpuacct:/b\n4:memory:/a\n", _V1, None),
        ("3:cpu:/\n", {"cpu/cpu.cfs_quota_us": "-1", "cpu/cpu.cfs_period_us": "100000"}, None),
        ("nonsense\n", {"cpu.max": "many"}, None),
    ],
)  # fmt: skip
def test_the_processors_that_a_control_group_gives_time_for(groups, files, expected, tmp_path):
    (tmp_path / "cgroup").write_text(groups)
    for name, text in files.items():
        (tmp_path / "groups" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "groups" / name).write_text(f"{text}\n")
    assert quota(str(tmp_path / "cgroup"), str(tmp_path / "groups")) == expected


def test_there_is_always_a_processor_to_use():
    assert 1 <= usable() <= (os.cpu_count() or 1)


def articles() -> dict[str, bytes]:
    """The examples of all rules, each with much that says nothing."""
    idle = "They came to the house and spoke of it with one another, as they had done before. " * 9
    return {
        f"{rule.id}-{number}-{part}.{example.format}": f"{text}\n\n{idle}\n".encode()
        for rule in RULES
        for number, example in enumerate((*rule.examples.bad, *rule.examples.good))
        for part, text in enumerate(unmarked(example)[0])
        if example.format in ("txt", "md")
    }


@pytest.fixture(scope="module")
def corpus(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("corpus")
    found = articles()
    assert sum(map(len, found.values())) > ENOUGH
    for name, data in found.items():
        (folder / name).write_bytes(data)
    return folder


@pytest.mark.parametrize("command", [["check", "--format", "json", "--no-cache"], ["claims"]])
def test_processes_and_seeds_change_no_byte(command, corpus):
    def told(jobs: int, seed: int) -> bytes:
        done = subprocess.run(
            [sys.executable, "-m", "checker", *command, "--jobs", str(jobs), "."],
            cwd=corpus,
            env={**os.environ, "PYTHONHASHSEED": str(seed), "PYTHONPATH": str(Path(__file__).parents[1])},
            capture_output=True,
        )
        assert done.stderr == b""
        return done.stdout

    first = told(1, 1)
    assert first.count(b"\n") > 1000
    assert told(2, 2) == first


def test_processes_and_caches_change_no_byte(corpus, tmp_path, monkeypatch, capsysbinary):
    monkeypatch.chdir(corpus)

    def told(*options: str) -> bytes:
        run(["check", "--format", "json", *options, "."])
        out, err = capsysbinary.readouterr()
        assert err == b""
        return out

    first = told("--no-cache", "--jobs", "1")
    for jobs in ("1", "2"):
        cache = f"--cache-dir={tmp_path / jobs}"
        assert told(cache, "--jobs", jobs) == first  # cold
        assert told(cache, "--jobs", jobs) == first  # warm


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_the_timeline_is_that_of_one_process(jobs, corpus, monkeypatch, capsysbinary):
    monkeypatch.chdir(corpus)
    run(["timeline", "--no-cache", "--jobs", "1", "--format", "json"])
    alone = capsysbinary.readouterr().out
    run(["timeline", "--no-cache", "--jobs", jobs, "--format", "json"])
    assert capsysbinary.readouterr().out == alone
    assert json.loads(alone)


@BY_FORK
def test_an_article_of_which_a_worker_dies_is_named_and_read_again_next_time(monkeypatch, tmp_path):
    files: dict[str, str | bytes] = dict(articles())
    sound = render(check(Inputs(files), RULES))
    extract, here = extraction.extract, os.getpid()

    def deadly(article, date_order=None):
        if article.source.path.startswith("weekday-mismatch-0-") and os.getpid() != here:
            os._exit(1)
        return extract(article, date_order)

    monkeypatch.setattr(extraction, "extract", deadly)
    hurt = json.loads(render(check(Inputs(files), RULES, cache=tmp_path, jobs=2)))
    assert hurt["errors"] == [
        {"path": "weekday-mismatch-0-0.txt", "message": "internal error: the process that read it died"}
    ]
    assert hurt["run"]["complete"] is False
    assert len(hurt["findings"]) == len(json.loads(sound)["findings"]) - 1
    monkeypatch.setattr(extraction, "extract", extract)
    assert render(check(Inputs(files), RULES, cache=tmp_path, jobs=2)) == sound


@BY_FORK
@pytest.mark.parametrize("command", ["claims", "timeline --no-cache"])
def test_the_other_commands_name_it_too(command, corpus, monkeypatch, capsys):
    monkeypatch.chdir(corpus)
    here = os.getpid()

    def deadly(path, *rest):
        if path.startswith("weekday-mismatch-0-") and os.getpid() != here:
            os._exit(1)
        return read(path, *rest)

    monkeypatch.setattr("checker.reading.read_articles", deadly)
    monkeypatch.setattr("checker.index.extraction.read", deadly)
    run([*command.split(), "--jobs", "2"])
    told = capsys.readouterr().err
    assert told == "checker: weekday-mismatch-0-0.txt: internal error: the process that read it died\n"


def children(parent: int) -> list[int]:
    """The processes that another one has begun, and that have not ended."""
    found = []
    for entry in Path("/proc").iterdir():
        try:
            state, above = (entry / "stat").read_text().rpartition(")")[2].split()[:2]
        except (OSError, ValueError):
            continue
        if int(above) == parent and state != "Z":
            found.append(int(entry.name))
    return found


def running(process: int) -> bool:
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


@pytest.fixture(scope="module")
def long(tmp_path_factory) -> Path:
    """So much to read that no run is at its end before a signal comes, however busy the machine."""
    folder = tmp_path_factory.mktemp("long")
    for copy in range(25):
        for name, data in articles().items():
            (folder / f"{copy}-{name}").write_bytes(data + f"\n\nThis is number {copy}.\n".encode())
    return folder


def begun(corpus: Path) -> tuple[subprocess.Popen[bytes], list[int]]:
    """A run whose workers have begun."""
    command = [sys.executable, "-m", "checker", "check", "--no-cache", "--jobs", "2", "."]
    heard = signal.signal(signal.SIGINT, signal.SIG_DFL)  # tests in the background of a shell do not hear it
    try:
        process = subprocess.Popen(
            command,
            cwd=corpus,
            env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[1])},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            start_new_session=True,
        )
    finally:
        signal.signal(signal.SIGINT, heard)
    while len(found := children(process.pid)) < 2:
        assert process.poll() is None
    return process, found


@BY_FORK
def test_an_interrupt_ends_it_all_in_silence(long):
    process, others = begun(long)
    os.killpg(process.pid, signal.SIGINT)
    out, err = process.communicate(timeout=60)
    assert (process.returncode, out, err) == (130, b"", b"")
    assert [other for other in others if running(other)] == []


@BY_FORK
@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGKILL])
def test_workers_do_not_outlive_the_one_they_work_for(how, long):
    process, others = begun(long)
    os.kill(process.pid, how)
    assert process.communicate(timeout=60)[1] == b""
    patience = 600
    while (left := [other for other in others if running(other)]) and patience:
        patience -= 1
        time.sleep(0.05)
    assert left == []
