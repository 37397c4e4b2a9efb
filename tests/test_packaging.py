"""What is installed is what was written: the wheel, the editable install, the commands of the README."""

import re
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


def run(*command: object, cwd: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [str(part) for part in command], cwd=cwd, capture_output=True, text=True, check=False
    )


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    built = run(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder, cwd=ROOT)
    assert built.returncode == 0, built.stderr
    (path,) = folder.glob("*.whl")
    return path


def test_the_wheel_holds_every_rule_and_vocabulary(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    assert {f"checker/_rules/{path.name}" for path in (ROOT / "rules").glob("*.toml")} <= names
    assert {f"checker/vocab/{path.name}" for path in (ROOT / "checker" / "vocab").glob("*.toml")} <= names
    assert "checker/py.typed" in names


def test_the_wheel_runs_in_a_clean_environment(wheel: Path, tmp_path: Path) -> None:
    home = tmp_path / "venv"
    venv.create(home, with_pip=True)
    python = home / ("Scripts" if sys.platform == "win32" else "bin") / "python"
    installed = run(python, "-m", "pip", "install", "--no-deps", "--no-index", wheel, cwd=tmp_path)
    assert installed.returncode == 0, installed.stderr
    # The dependencies are those of this environment; its editable install of the checker is not taken over,
    # since path files inside a folder on the path are not read.
    site = run(
        python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))", cwd=tmp_path
    ).stdout.strip()
    Path(site, "dependencies.pth").write_text(sysconfig.get_path("purelib") + "\n")
    where = run(python, "-c", "import checker; print(checker.__file__)", cwd=tmp_path).stdout
    assert str(home) in where
    shown = run(python, "-m", "checker", "check", ROOT / "seeds", cwd=tmp_path)
    assert shown.returncode == 1, shown.stderr
    assert "blended-name" in shown.stdout
    tested = run(python, "-m", "checker", "test-rules", cwd=tmp_path)
    assert tested.returncode == 0, tested.stdout + tested.stderr


def test_ci_runs_the_test_command_of_the_readme() -> None:
    commands = re.findall(r"^python3 -m venv .*$", (ROOT / "README.md").read_text("utf-8"), re.MULTILINE)
    assert len(commands) == 2
    assert commands[1] in (ROOT / ".ci" / "run").read_text("utf-8").splitlines()


def test_the_readme_shows_the_real_output() -> None:
    shown = run(
        sys.executable, "-m", "checker", "check", "seeds", "--exit-zero", "--color", "never", cwd=ROOT
    )
    assert shown.returncode == 0
    assert shown.stdout.strip() in (ROOT / "README.md").read_text("utf-8")
