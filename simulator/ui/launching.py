"""How the page is put up: the frame, what stands in front of it, and what runs beside it while it is served."""

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import Any, Final

from starlette.middleware import Middleware

from simulator import app
from simulator.errors import SettingError, SimulatorError
from simulator.people import cookie
from simulator.settings import Access, Settings, load
from simulator.store.repository import SqlRepository
from simulator.ui.visitors import Visitors

FRAME: Final = str(Path(__file__).with_name("frame.py"))
"""The page's script."""
_HOUR: Final = 3600.0
_log = logging.getLogger(__name__)


def options() -> dict[str, Any]:
    """What `streamlit.App` is told beside its script. Where a setting is wrong, nothing: the page then says which."""
    try:
        settings = load()
        if settings.access is Access.WORKSHOP:
            cookie.signer(settings)  # a key that cannot be had is told here, and not to the first visitor as a broken page
        return {
            "middleware": [Middleware(Visitors, settings=settings)],
            "secrets": _sign_in(settings) if settings.access is Access.ACCOUNTS else None,
            "lifespan": _housekeeping(settings),
        }
    except SettingError as error:
        _log.error("%s", error)
        return {}


def _sign_in(settings: Settings) -> dict[str, Any]:
    """What Streamlit wants to know for `st.login`."""
    secret = settings.oidc_client_secret
    return {
        "auth": {
            "redirect_uri": f"{settings.public_url}/oauth2callback",
            "cookie_secret": cookie.signing_key(settings),
            "client_id": settings.oidc_client_id,
            "client_secret": secret.get_secret_value() if secret else "",
            "server_metadata_url": settings.oidc_metadata_url,
        }
    }


def _housekeeping(settings: Settings) -> Any:
    """Talks that are too old go while the page is served, not only when it starts."""

    @asynccontextmanager
    async def lifespan(_app: Any) -> AsyncIterator[None]:
        task = asyncio.create_task(_every_hour(settings)) if settings.retention_days else None
        try:
            yield
        finally:
            if task:
                task.cancel()
                with suppress(asyncio.CancelledError):
                    await task

    return lifespan


async def _every_hour(settings: Settings) -> None:
    while True:
        await asyncio.sleep(_HOUR)
        try:
            await asyncio.to_thread(_tidied, settings)
        except SimulatorError as error:
            _log.warning("Old talks could not be deleted: %s", error)


def _tidied(settings: Settings) -> None:
    repository = SqlRepository(settings.database)
    try:
        app.expire(repository, settings)
    finally:
        repository.close()
