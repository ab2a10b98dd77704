"""The built wheel, installed in a fresh environment without any index, is a whole product wherever it is started."""

import json
import os
import re
import subprocess
import sys
import sysconfig
import time
import urllib.request
import venv
from collections.abc import Mapping
from pathlib import Path
from urllib.error import URLError

import pytest

import simulator
from simulator.settings import PROJECT
from tests.ui.server import free_port
from tests.watching import home, watch

PACKED = (".streamlit", "prompts", "scenarios", "streamlit_app.py")
TALK = "How do you put the number together?\nIt sounds like Mondays are hard.\nWhat would help?\nYou should call them all.\n/end\n"
ELSEWHERE: Mapping[str, str] = {"PYTHONPATH": "", "DATA_DIR": "", "PYTHONDONTWRITEBYTECODE": "1"}
"""Neither this checkout's code nor the tests' data folder."""


@pytest.fixture(scope="session")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of programs of an environment with the built wheel in it; what it depends on is borrowed from this one."""
    folder = tmp_path_factory.mktemp("installed")
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check"]
    offline = ["--quiet", "--no-deps", "--no-index"]
    subprocess.run([*pip, "wheel", *offline, "--no-build-isolation", "--wheel-dir", str(folder), str(PROJECT)], check=True)
    venv.create(folder / "venv", with_pip=False)
    programs = folder / "venv" / ("Scripts" if os.name == "nt" else "bin")
    (wheel,) = folder.glob("*.whl")
    subprocess.run([*pip, "--python", str(programs / "python"), "install", *offline, str(wheel)], check=True)
    own = Path(sysconfig.get_path("purelib", vars={"base": str(folder / "venv")}))
    (own / "borrowed.pth").write_text(sysconfig.get_path("purelib"), encoding="utf-8")
    return programs


def test_a_talk_is_played_and_scored_anywhere(installed: Path, tmp_path: Path) -> None:
    work = tmp_path / "work"
    work.mkdir()
    (work / ".env").write_text("REP_MODEL=nonsense\n", encoding="utf-8")
    watched = watch([str(installed / "simulator"), "practice", "forecast-slips-every-month"], tmp_path, typed=TALK, environment=ELSEWHERE)
    assert "Declan: " in watched.said
    assert "Balance" in watched.said
    assert [name for name in watched.left if not name.startswith("home/data/coaching-simulator/")] == ["work/.env"]
    assert "home/data/coaching-simulator/simulator.db" in watched.left
    assert watched.reached == ()


def test_what_stands_at_the_top_of_the_repository_is_what_the_wheel_packs(installed: Path) -> None:
    code = "import simulator.settings as s, json; print(json.dumps([str(s.PROJECT), s.INSTALLED, s.Settings.model_config['env_file']]))"
    said = _said(installed, code)
    folder, is_installed, env_file = json.loads(said)
    assert is_installed
    assert env_file is None
    assert Path(folder).is_relative_to(installed.parent)
    assert _files(Path(folder)) == _files(PROJECT)


def _said(installed: Path, code: str) -> str:
    """What `code` prints in the fresh environment, and in no other."""
    return subprocess.run([installed / "python", "-I", "-c", code], capture_output=True, text=True, check=True).stdout


def _files(folder: Path) -> dict[str, bytes]:
    tops = [folder / name for name in PACKED]
    paths = [path for top in tops for path in (top, *top.rglob("*")) if path.is_file()]
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


def test_the_page_is_served(installed: Path, tmp_path: Path) -> None:
    port = free_port()
    environment = {**os.environ, **ELSEWHERE, **home(tmp_path), "REP_MODEL": "scripted"}
    command = [str(installed / "simulator"), "serve", "--port", str(port)]
    log = tmp_path / "log"
    with log.open("w", encoding="utf-8") as out, subprocess.Popen(command, cwd=tmp_path, env=environment, stdout=out, stderr=out) as server:
        try:
            while not _answers(port):
                assert server.poll() is None, log.read_text(encoding="utf-8")
                time.sleep(0.1)
        finally:
            server.terminate()
    assert not _answers(port)
    assert f"Serving at http://127.0.0.1:{port}" in log.read_text(encoding="utf-8")


def _answers(port: int) -> bool:
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/_stcore/health") as answer:
            return bool(answer.status == 200)
    except (URLError, OSError):
        return False


def test_the_wheel_has_the_version_of_the_code(installed: Path) -> None:
    code = "import simulator, importlib.metadata as m; print(simulator.__version__, m.version('coaching-simulator'))"
    assert _said(installed, code).split() == [simulator.__version__] * 2


def test_the_version_stands_in_one_place() -> None:
    written = re.compile(rf"(?<![\w.=]){re.escape(simulator.__version__)}(?![\w.])")
    folders = ("simulator", "tools", "benchmarks", "training", "docs", "scenarios", "prompts")
    files = [*PROJECT.glob("*.*"), *(path for folder in folders for path in (PROJECT / folder).rglob("*"))]
    texts = [path for path in files if path.suffix in (".py", ".toml", ".md", ".yaml", ".json") and path.name != "CHANGELOG.md"]
    assert [path.relative_to(PROJECT).as_posix() for path in texts if written.search(path.read_text("utf-8"))] == ["simulator/__init__.py"]


def test_the_changelog_has_the_version_as_its_newest_release_and_no_empty_section() -> None:
    _, *sections = (PROJECT / "CHANGELOG.md").read_text(encoding="utf-8").split("\n## ")
    heads = [section.partition("\n")[0] for section in sections]
    released = [head for head in heads if head != "[Unreleased]"]
    assert heads[-len(released) :] == released
    assert re.fullmatch(rf"\[{re.escape(simulator.__version__)}\] - \d{{4}}-\d\d-\d\d", released[0])
    assert all(part.strip().startswith("- ") for section in sections for part in re.split(r"\n### .+\n", section)[1:])
    assert all("\n- " in section for section in sections)
