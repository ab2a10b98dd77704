"""Every environment variable the product reads, read and checked once.

Values come from the environment and, in a checkout, from a file `.env` beside its README. A `.env` of any other folder belongs to
somebody else.
"""

import os
from enum import StrEnum
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlsplit

from platformdirs import user_data_path
from pydantic import Field, SecretStr, ValidationError, ValidationInfo, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from simulator.errors import SettingError

SCRIPTED = "scripted"
DEFAULT_MODEL = "openai:gpt-5-mini"

_PACKED = Path(__file__).resolve().parent / "shipped"
INSTALLED = _PACKED.is_dir()
"""Whether this is the package that a wheel brought, and no checkout."""
PROJECT = _PACKED if INSTALLED else Path(__file__).resolve().parent.parent
"""Folder of the scenarios, the prompts and the page: the top of a checkout, or where the wheel packs what stands there."""


def _data_dir() -> Path:
    return user_data_path("coaching-simulator", appauthor=False) if INSTALLED else PROJECT / "data"


class Access(StrEnum):
    """Whom the page is served to, and how they are told apart. Always set, never guessed."""

    LOCAL = "local"
    """To this machine alone, and nobody is asked who they are."""
    WORKSHOP = "workshop"
    """To others on purpose; a person is a browser and a name."""
    ACCOUNTS = "accounts"
    """To others on purpose; a person signs in with an account of the company's."""


class Settings(BaseSettings):
    """The product's settings; each field's name in capitals is its environment variable."""

    model_config = SettingsConfigDict(
        env_file=None if INSTALLED else PROJECT / ".env",
        env_ignore_empty=True,
        extra="ignore",
        frozen=True,
        use_attribute_docstrings=True,
        hide_input_in_errors=True,
    )

    data_dir: Path = Field(default_factory=_data_dir, examples=["/srv/simulator"])
    """Folder for the database and the search index. Empty: `data` in a checkout, your own data folder where the package is installed."""
    database_url: str = Field(default="", examples=["postgresql+psycopg://coach:secret@db.example/coaching"], repr=False)
    """SQLAlchemy address of the database. Empty: SQLite in `DATA_DIR`."""
    chroma_url: str = Field(default="", examples=["http://127.0.0.1:8000"])
    """Address of a Chroma server. Empty: embedded Chroma in `DATA_DIR`."""
    scenarios_dir: Path | None = Field(default=None, examples=["/srv/simulator/scenarios"])
    """One more folder of scenario files, beside the ones that come with the product."""
    rep_model: str = Field(default="", examples=["openai:gpt-5-mini", "anthropic:claude-sonnet-4-5", "scripted"])
    """Model that plays the rep, as provider:name. Empty: `openai:gpt-5-mini` where `OPENAI_API_KEY` is set, scripted lines otherwise."""
    mind_model: str = Field(default="", examples=["openai:gpt-5-mini", "anthropic:claude-sonnet-4-5"])
    """Model that understands what a turn asks the rep for, as provider:name. Empty: the built-in network."""
    mind_timeout: float = Field(default=2.0, gt=0, le=60, examples=["2"])
    """Seconds to wait for it with every turn before the built-in network takes that turn."""
    judge_model: str = Field(default="", examples=["openai:gpt-5-mini", "anthropic:claude-sonnet-4-5"])
    """Model that codes a finished talk for its scorecard, as provider:name. Empty: the built-in labeller."""
    judge_timeout: float = Field(default=120.0, gt=0, le=1800, examples=["120"])
    """Seconds to wait for the judge's codes before the built-in labeller steps in."""
    judge_price_read: float | None = Field(default=None, ge=0, examples=["0.25"])
    """US dollars the judge's provider asks for a million tokens read, to show what a scorecard cost. Empty: only tokens are shown."""
    judge_price_written: float | None = Field(default=None, ge=0, examples=["2"])
    """The same for a million tokens written."""
    openai_api_key: SecretStr | None = Field(default=None, examples=["sk-…"])
    """Key for OpenAI or the server at `OPENAI_BASE_URL`. Other providers read their own variable."""
    openai_base_url: str = Field(default="", examples=["http://127.0.0.1:8099/v1"])
    """Address of any OpenAI-compatible server."""
    talk_tokens: int = Field(default=60_000, ge=0, examples=["60000"])
    """About how many tokens the model that plays the rep may use for one talk; then the script goes on. 0: no limit."""
    talk_minutes: int = Field(default=60, ge=0, examples=["60"])
    """After so many minutes the rep has to go. 0: no limit."""
    nudges: bool = Field(default=True, examples=["off"])
    """Whether the practice page offers a nudge now and then. A manager can switch them off for a talk; set it off for workshops."""
    model_timeout: float = Field(default=30.0, gt=0, le=600, examples=["30"])
    """Seconds to wait for a model's next words before the scripted rep takes the turn."""
    model_retries: int = Field(default=2, ge=0, le=6, examples=["2"])
    """How often a request is tried again where that can help (429, 5xx, no connection)."""

    retention_days: int = Field(default=0, ge=0, examples=["180"])
    """Talks are deleted for good so many days after their end, or after their last word. 0: they are kept."""
    signing_key: SecretStr | None = Field(default=None, min_length=32, examples=["32 random characters or more"])
    """Signs what says who a visitor is. Empty: a key of its own in `DATA_DIR`; set it where several machines serve one page."""
    public_url: str = Field(default="", examples=["https://coaching.example.com"])
    """The address people know the page by; signing in leads back to it."""
    oidc_metadata_url: str = Field(default="", examples=["https://login.example.com/.well-known/openid-configuration"])
    """Where the company's sign-in (OpenID Connect) describes itself."""
    oidc_client_id: str = Field(default="", examples=["coaching"])
    """What this page is called there."""
    oidc_client_secret: SecretStr | None = Field(default=None, examples=["the secret that the sign-in gave for this page"])
    """The secret that goes with it."""
    roles_claim: str = Field(default="", examples=["roles"])
    """The claim that lists what somebody is here for: manager, trainer, facilitator, admin. Empty: `simulator people appoint` says so."""
    access: Access = Field(default=Access.LOCAL, examples=["workshop"])
    """Whom the page is served to: `local` (this machine alone), `workshop` (a browser and a name) or `accounts` (a sign-in)."""

    @field_validator("access")
    @classmethod
    def _can_be_had(cls, value: Access, info: ValidationInfo) -> Access:
        needed = ("public_url", "oidc_metadata_url", "oidc_client_id", "oidc_client_secret")
        lacking = [name.upper() for name in needed if not info.data.get(name)]
        if value is Access.ACCOUNTS and lacking:
            raise ValueError(f"accounts also needs {', '.join(lacking)}")
        return value

    @field_validator("rep_model", "mind_model", "judge_model")
    @classmethod
    def _names_a_provider(cls, value: str, info: ValidationInfo) -> str:
        if (
            value
            and not (value == SCRIPTED and info.field_name == "rep_model")
            and not all(part.strip() for part in (value.partition(":")[0], value.partition(":")[2]))
        ):
            raise ValueError("it needs a provider and a model's name with a colon between them")
        return value

    @field_validator("openai_base_url", "chroma_url", "public_url", "oidc_metadata_url")
    @classmethod
    def _is_a_web_address(cls, value: str) -> str:
        if value and not value.startswith(("http://", "https://")):
            raise ValueError("it needs to begin with http:// or https://")
        if value and not _reachable(value):
            raise ValueError("it needs a server's name, and a port from 1 to 65535 or none")
        return value.rstrip("/")

    @field_validator("database_url")
    @classmethod
    def _is_a_database(cls, value: str) -> str:
        if value.startswith(("postgres://", "postgresql://")):
            value = "postgresql+psycopg://" + value.partition("://")[2]
        if value and not value.startswith(("sqlite:///", "postgresql+psycopg://")):
            raise ValueError("it needs to begin with sqlite:/// or postgresql://")
        return value

    @property
    def rep_voice(self) -> str:
        """Who plays the rep: a model as provider:name, or `scripted`."""
        return self.rep_model or (DEFAULT_MODEL if self.openai_api_key else SCRIPTED)

    @property
    def database(self) -> str:
        """The database's address, SQLite in `data_dir` unless another is set."""
        return self.database_url or f"sqlite:///{quote(os.fsencode(self.data_dir / 'simulator.db'))}"

    @property
    def index_dir(self) -> Path:
        """Folder of the embedded search index."""
        return self.data_dir / "index"

    @property
    def vectors_file(self) -> Path:
        """Where vectors of the scenarios' own words are kept; it can be deleted, and is made anew."""
        return self.data_dir / "vectors.db"

    @property
    def scenario_dirs(self) -> tuple[Path, ...]:
        """Folders of scenario files, the product's own first."""
        own = PROJECT / "scenarios"
        return (own, self.scenarios_dir) if self.scenarios_dir else (own,)


def _reachable(address: str) -> bool:
    """Whether a web address names a server, and a port that there can be, or none."""
    try:
        parts = urlsplit(address)
        return bool(parts.hostname) and parts.port != 0
    except ValueError:
        return False


def load(**overrides: Any) -> Settings:
    """Read and check the environment.

    Raises:
        SettingError: one sentence a variable that is wrong, with its name and a valid example; never its value.
    """
    try:
        return Settings(**overrides)
    except ValidationError as error:
        raise SettingError("\n".join(_sentence(item["loc"], item["msg"]) for item in error.errors())) from None


def _sentence(where: tuple[int | str, ...], what: str) -> str:
    name = str(where[0])
    field = Settings.model_fields.get(name)
    example = f" For example: {name.upper()}={field.examples[0]}" if field and field.examples else ""
    why = what.removeprefix("Value error, ").rstrip(".")
    return f"{name.upper()} cannot be used: {why[:1].lower()}{why[1:]}.{example}"
