"""The cookie that says who a visitor is where there are no accounts: a random id, signed, so that nobody can make up another's."""

import os
import secrets
import stat
from functools import lru_cache
from pathlib import Path
from typing import Final

from itsdangerous import BadSignature, URLSafeSerializer

from simulator.errors import SettingError
from simulator.settings import Settings

NAME: Final = "coaching_visitor"
SECONDS: Final = 365 * 24 * 3600
"""How long a browser keeps it."""
_KEY_FILE: Final = "signing.key"


class Signer:
    """Makes and reads the cookie's value with one key."""

    def __init__(self, key: str) -> None:
        self._signer = URLSafeSerializer(key, salt=NAME)

    def new(self) -> str:
        """A value for somebody who was never here."""
        return str(self._signer.dumps(secrets.token_hex(16)))

    def read(self, value: str) -> str | None:
        """The id in it; None where this key did not sign it."""
        try:
            found = self._signer.loads(value)
        except (BadSignature, UnicodeError):
            return None
        return found if isinstance(found, str) and len(found) == 32 else None


@lru_cache(maxsize=4)
def signer(settings: Settings) -> Signer:
    """The signer of this installation; SettingError as `signing_key`."""
    return Signer(signing_key(settings))


def signing_key(settings: Settings) -> str:
    """The key of this installation: `SIGNING_KEY`, or the one in `DATA_DIR`, which is made where it is not there yet.

    Raises:
        SettingError: the file cannot be made or read, or others than its owner can read it.
    """
    if settings.signing_key:
        return settings.signing_key.get_secret_value()
    path = settings.data_dir / _KEY_FILE
    try:
        return _kept(path) or _made(path)
    except OSError as error:
        raise SettingError(
            f"The key that signs cookies cannot be kept in DATA_DIR ({error.strerror}), so nobody could be told from anybody else. "
            "Let the folder be written to, or set SIGNING_KEY."
        ) from error


def _kept(path: Path) -> str:
    if not path.exists():
        return ""
    if os.name == "posix" and stat.S_IMODE(path.stat().st_mode) & 0o077:
        raise SettingError(
            f"Others than its owner can read {path.name} in DATA_DIR, so anybody could pass for anybody. Delete it, and a new one is made "
            "at the next start; visitors are then new to the page. Or set SIGNING_KEY."
        )
    return path.read_text(encoding="ascii").strip()


def _made(path: Path) -> str:
    """A new key, whole from its first moment: of two processes that make one at once, both take the first."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f"{path.name}.{secrets.token_hex(4)}")
    with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="ascii") as file:
        file.write(secrets.token_urlsafe(48))
    try:
        os.link(part, path)
    except FileExistsError:
        pass
    finally:
        part.unlink()
    return _kept(path)
