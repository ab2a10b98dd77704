"""`simulator people`, and what the command line does where others are served."""

import re
from datetime import UTC, datetime
from importlib import import_module
from pathlib import Path

import pytest
from typer.testing import CliRunner

from simulator import app as parts
from simulator.cli import app
from simulator.cli import main as whole
from simulator.people.invitation import accepted
from simulator.people.person import Person, Role
from simulator.settings import Access
from simulator.settings import load as load_settings
from simulator.ui import serving


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


def test_a_workshop_is_served_to_the_network_with_a_way_in_and_a_link_for_who_leads(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    served: list[tuple[str, int]] = []
    monkeypatch.setenv("ACCESS", "local")
    monkeypatch.setattr(serving, "serve", lambda address, port: served.append((address, port)))
    monkeypatch.setattr(import_module("simulator.cli.serve"), "_own_address", lambda: "192.168.1.20")
    said = run("serve", "--workshop", "--port", "8555")
    assert served == [("0.0.0.0", 8555)]
    assert load_settings().access is Access.WORKSHOP
    link = re.search(r"\?lead=(\S+)", said)
    assert link
    registry = parts.build().people.registry
    ann = registry.call("a" * 32, "Ann")
    assert Role.FACILITATOR in accepted(load_settings(), registry, ann, link[1], datetime.now(UTC)).roles
    assert "http://192.168.1.20:8555/?lead=" in said
    assert "clear" in said
    assert "▄" in capsys.readouterr().out + said  # a picture for phones
