"""Settings: read once, checked, and never shown with a secret."""

import subprocess
import sys
from pathlib import Path

import pytest

from simulator.errors import SettingError
from simulator.settings import DEFAULT_MODEL, PROJECT, SCRIPTED, Settings, load


def test_without_any_setting_everything_is_on_this_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DATA_DIR")
    settings = load()
    assert settings.rep_voice == SCRIPTED
    assert settings.database == f"sqlite:///{PROJECT / 'data' / 'simulator.db'}"
    assert settings.scenario_dirs == (PROJECT / "scenarios",)


def test_a_key_brings_a_model_and_scripted_keeps_it_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "sk-secret")
    assert load().rep_voice == DEFAULT_MODEL
    monkeypatch.setenv("REP_MODEL", "scripted")
    assert load().rep_voice == SCRIPTED
    monkeypatch.setenv("REP_MODEL", "anthropic:claude-sonnet-4-5")
    assert load().rep_voice == "anthropic:claude-sonnet-4-5"


@pytest.mark.parametrize(
    ("name", "value", "example"),
    [
        ("REP_MODEL", "gpt-5-mini", "REP_MODEL=openai:gpt-5-mini"),
        ("REP_MODEL", "openai:", "REP_MODEL=openai:gpt-5-mini"),
        ("OPENAI_BASE_URL", "localhost:8099", "OPENAI_BASE_URL=http://127.0.0.1:8099/v1"),
        ("CHROMA_URL", "ftp://x", "CHROMA_URL=http://127.0.0.1:8000"),
        ("DATABASE_URL", "mysql://root:hunter2@x/y", "DATABASE_URL=postgresql+psycopg://"),
        ("MODEL_TIMEOUT", "soon", "MODEL_TIMEOUT=30"),
        ("MODEL_TIMEOUT", "0", "MODEL_TIMEOUT=30"),
        ("MODEL_RETRIES", "99", "MODEL_RETRIES=2"),
    ],
)
def test_a_wrong_value_is_named_with_a_valid_example(monkeypatch: pytest.MonkeyPatch, name: str, value: str, example: str) -> None:
    monkeypatch.setenv(name, value)
    with pytest.raises(SettingError) as caught:
        load()
    assert str(caught.value).startswith(f"{name} cannot be used")
    assert example in str(caught.value)
    assert "hunter2" not in str(caught.value)


def test_all_that_is_wrong_is_said_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REP_MODEL", "x")
    monkeypatch.setenv("MODEL_RETRIES", "many")
    with pytest.raises(SettingError) as caught:
        load()
    assert len(str(caught.value).splitlines()) == 2


def test_secrets_are_not_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "sk-secret")
    monkeypatch.setenv("DATABASE_URL", "postgresql://coach:hunter2@db/talks")
    shown = f"{load()!r} {load()}"
    assert "sk-secret" not in shown
    assert "hunter2" not in shown


def test_a_postgres_address_gets_its_driver(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgres://u@h/d")
    assert load().database == "postgresql+psycopg://u@h/d"


def test_a_file_of_settings_is_read(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / ".env").write_text("REP_MODEL=ollama:llama3\n", encoding="utf-8")
    monkeypatch.setitem(Settings.model_config, "env_file", str(tmp_path / ".env"))
    assert load().rep_voice == "ollama:llama3"


def test_the_file_of_settings_is_the_checkouts_and_never_another_folders(tmp_path: Path) -> None:
    (tmp_path / ".env").write_text("REP_MODEL=somebody:elses\n", encoding="utf-8")
    code = "from simulator.settings import Settings, load; print(Settings.model_config['env_file'], load().rep_model, sep='|')"
    child = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=True)
    file, _, model = child.stdout.strip().partition("|")
    assert file == str(PROJECT / ".env")
    assert model != "somebody:elses"


def test_every_setting_says_what_it_is_for() -> None:
    assert [name for name, field in Settings.model_fields.items() if not field.description] == []


@pytest.mark.parametrize("name", ["CHROMA_URL", "OPENAI_BASE_URL"])
@pytest.mark.parametrize("place", ["h:99999", "h:0", "h:x", "h:-1", "[::1", ":80", "", "u:hunter2@h:1x"])
def test_an_address_with_a_bad_port_or_no_server_is_refused_by_name(monkeypatch: pytest.MonkeyPatch, name: str, place: str) -> None:
    monkeypatch.setenv(name, f"http://{place}")
    with pytest.raises(SettingError, match=f"^{name} cannot be used: .*port") as caught:
        load()
    assert "hunter2" not in str(caught.value)
    monkeypatch.setenv(name, "http://[::1]:8000/v1/")
    assert getattr(load(), name.lower()) == "http://[::1]:8000/v1"
