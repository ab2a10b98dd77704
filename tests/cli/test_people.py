"""`simulator people`, and what the command line does where others are served."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from simulator import app as parts
from simulator.cli import app
from simulator.cli import main as whole
from simulator.people.person import Person, Role


def run(*words: str, code: int = 0) -> str:
    done = CliRunner().invoke(app, list(words))
    assert done.exit_code == code, done.output
    return done.output


def test_people_are_listed_appointed_and_given_talks(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    assert "Nobody has given a name" in run("people", "list")
    services = parts.build()
    registry = services.people.registry
    ann = registry.signed_in("https://login.example", "42", "Ann")
    talk = services.practice.start("burnt-out-and-leaving").id
    theirs = services.of(Person(id="b" * 32)).practice.start("burnt-out-and-leaving").id
    assert f"{ann.id}  Ann  (manager)" in run("people", "list")
    run("people", "appoint", ann.id, "manager", "admin")
    found = registry.get(ann.id)
    assert found is not None
    assert found.roles == {Role.MANAGER, Role.ADMIN}
    for one in (talk, theirs):
        run("people", "give", one, ann.id)
        assert services.repository.owner(one) == ann.id
        assert services.repository.get(one).player == "Ann"
    for words, says in (
        (["appoint", ann.id, "operator"], "operator is no role"),
        (["appoint", "nobody", "admin"], "Nobody of that id"),
        (["give", talk, "nobody"], "Nobody of that id"),
        (["give", "no-such-talk", ann.id], "no such talk"),
    ):
        monkeypatch.setattr("sys.argv", ["simulator", "people", *words])
        with pytest.raises(SystemExit) as ended:
            whole()
        assert ended.value.code == 1
        assert says in capsys.readouterr().err


def test_who_has_the_machine_takes_everybodys_talks_away_and_speaks_for_nobody(tmp_path: Path) -> None:
    services = parts.build()
    theirs = services.of(Person(id="b" * 32, name="Bo")).practice.start("burnt-out-and-leaving").id
    run("export", "--format", "jsonl", "--out", str(tmp_path))
    lines = (tmp_path / "attempts.jsonl").read_text(encoding="utf-8")
    assert theirs in lines
    assert "Bo" in lines


@pytest.mark.parametrize("address", ["0.0.0.0", "192.168.1.20", "::", "coaching.example"])
def test_a_page_for_one_is_not_served_to_others(address: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr("sys.argv", ["simulator", "serve", "--address", address])
    with pytest.raises(SystemExit) as ended:
        whole()
    assert ended.value.code == 1
    assert "ACCESS=workshop" in capsys.readouterr().err
