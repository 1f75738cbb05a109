"""Settings: environment `KIOSK_*` over `kiosk.toml` over defaults, read strictly.

An unknown or malformed setting stops the start and is named, because a typo that is
silently ignored is found at the venue.
"""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Literal

from pydantic import Field, ValidationError
from pydantic_settings import (
    BaseSettings,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
    TomlConfigSettingsSource,
)

PREFIX = "KIOSK_"


class SettingsError(Exception):
    """A setting is unknown or malformed; the text names it."""


class Settings(BaseSettings):
    """What may differ between two boxes. Everything about the seminar itself is in its database."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, toml_file="kiosk.toml", extra="forbid")

    data: Path = Field(default=Path("data"), description="The seminar's folder: copy it and you have the seminar.")
    host: str = Field(default="0.0.0.0", description="Address to listen on.")  # noqa: S104  every screen is on the LAN
    port: int = Field(default=8000, ge=1, le=65535, description="Port to listen on.")
    database_url: str | None = Field(
        default=None, description="postgresql://… when the seminar has outgrown one box; else SQLite in the folder."
    )
    language: Literal["ru", "kk", "uz", "ky", "en"] = Field(default="ru", description="Language when none is chosen.")
    trusted_proxies: int = Field(default=0, ge=0, le=3, description="How many reverse proxies add X-Forwarded-For.")
    https_only: bool = Field(default=False, description="Session cookie for https alone (behind a TLS proxy).")

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Keep three sources only; the order is the precedence."""
        return init_settings, env_settings, TomlConfigSettingsSource(settings_cls)


def load(environ: Mapping[str, str] = os.environ, **given: object) -> Settings:
    """Read the settings; `given` (from the command line) wins. Raises SettingsError naming what is wrong."""
    known = {PREFIX + name.upper() for name in Settings.model_fields}
    for name in environ:
        if name.upper().startswith(PREFIX) and name.upper() not in known:
            raise SettingsError(name)
    try:
        return Settings(**{name: value for name, value in given.items() if value is not None})  # type: ignore[arg-type]
    except ValidationError as error:
        names = sorted({".".join(str(part) for part in line["loc"]) or "kiosk.toml" for line in error.errors()})
        raise SettingsError(", ".join(names)) from error
    except ValueError as error:  # kiosk.toml is no TOML
        raise SettingsError("kiosk.toml") from error
