"""The link that appoints a facilitator: good once, for a while, and for nobody who made it up."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from simulator.people import invitation
from simulator.people.person import Role
from simulator.settings import Settings
from simulator.store.people import SqlPeople

NOW = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)


def test_the_first_who_opens_it_leads_and_nobody_after(tmp_path: Path) -> None:
    settings = Settings(data_dir=tmp_path)
    people = SqlPeople(settings.database)
    ann, bo = people.call("a" * 32, "Ann"), people.call("b" * 32, "Bo")
    link = invitation.invitation(settings)
    assert Role.FACILITATOR in invitation.accepted(settings, people, ann, link, NOW).roles
    assert invitation.accepted(settings, people, bo, link, NOW) == bo
    kept = people.get(ann.id), people.get(bo.id)
    assert [Role.FACILITATOR in one.roles for one in kept if one] == [True, False]
    people.close()


@pytest.mark.parametrize("made_up", ["", "x", "eyJ4Ijox.aaaa.bbbb", "\ud800"])
def test_what_this_installation_did_not_sign_appoints_nobody(tmp_path: Path, made_up: str) -> None:
    settings = Settings(data_dir=tmp_path / "one")
    people = SqlPeople(settings.database)
    ann = people.call("a" * 32, "Ann")
    for link in (made_up, invitation.invitation(Settings(data_dir=tmp_path / "other"))):
        assert invitation.accepted(settings, people, ann, link, NOW) == ann
    people.close()


def test_an_old_one_appoints_nobody(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    settings = Settings(data_dir=tmp_path)
    people = SqlPeople(settings.database)
    ann, link = people.call("a" * 32, "Ann"), invitation.invitation(settings)
    monkeypatch.setattr(invitation, "SECONDS", -1)
    assert invitation.accepted(settings, people, ann, link, NOW) == ann
    people.close()
