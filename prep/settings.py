"""Reads the settings from the environment, once. A bad one stops the start with a sentence."""

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from email.errors import HeaderParseError
from email.headerregistry import Address
from functools import partial
from ipaddress import IPv4Network, IPv6Network, ip_network
from pathlib import Path
from urllib.parse import urlsplit

from prep.paths import QUESTIONS

PREFIX = "PREP_"


class SettingsError(Exception):
    """A setting cannot be used; the message says which, why, and what to do."""


@dataclass(frozen=True, slots=True)
class Endpoint:
    """Where to listen."""

    host: str
    port: int


@dataclass(frozen=True, slots=True)
class Settings:
    """What can be set from outside. The README lists the same names."""

    bank: Path = QUESTIONS
    """`PREP_BANK`: another question bank."""

    base_url: str | None = None
    """`PREP_BASE_URL`: the public address, such as https://prep.example.org, when a proxy stands in front."""

    editor: str | None = None
    """`PREP_EDITOR`: the e-mail address to write to about a wrong question, or for a clinic to be added."""

    clinics: Path | None = None
    """`PREP_CLINICS`: the clinics file."""

    proxies: tuple[IPv4Network | IPv6Network, ...] = ()
    """`PREP_PROXIES`: who is believed about where a request comes from, which only decides whose turn is next."""

    workers: int = 2
    """`PREP_WORKERS`: how many processes serve pages."""

    renderers: int = os.cpu_count() or 1
    """`PREP_RENDERERS`: how many PDFs may be made at once; unless told, as many as there are processors."""

    security_contact: str | None = None
    """`PREP_SECURITY_CONTACT`: where to report a hole, as an address that starts with https: or mailto:."""

    metrics: Endpoint | None = None
    """`PREP_METRICS`: where to tell operators counts and times; nowhere, unless told."""


def read(environment: Mapping[str, str]) -> Settings:
    """Return the settings in `environment`.

    Raises:
        SettingsError: a value cannot be used, or a name is not a setting's.
    """
    given = {name: value for name, value in environment.items() if name.startswith(PREFIX)}
    readers: dict[str, Callable[[str], object]] = {
        "PREP_BANK": _bank,
        "PREP_BASE_URL": _base_url,
        "PREP_CLINICS": _clinics,
        "PREP_EDITOR": _editor,
        "PREP_METRICS": _metrics,
        "PREP_PROXIES": _proxies,
        "PREP_SECURITY_CONTACT": _security_contact,
    }
    readers |= {name: partial(_count, name) for name in ("PREP_WORKERS", "PREP_RENDERERS")}
    for name in sorted(given.keys() - readers.keys()):
        raise SettingsError(f"{name} is not a setting. The settings are: {', '.join(sorted(readers))}.")
    read_values = {
        name.removeprefix(PREFIX).lower(): reader(given[name]) for name, reader in readers.items() if name in given
    }
    return Settings(**read_values)  # type: ignore[arg-type]


def is_trusted(base_url: str | None) -> bool:
    """Return whether browsers take this address for secure, so that an https page may show it in a frame."""
    parts = urlsplit(base_url or "")
    return parts.scheme == "https" or parts.hostname in {"localhost", "127.0.0.1"}


def _bank(value: str) -> Path:
    path = Path(value)
    if not path.is_file():
        raise SettingsError(f"PREP_BANK names {value!r}, and there is no such file. Give the path of a bank in YAML.")
    return path


def _base_url(value: str) -> str:
    parts = urlsplit(value)
    if parts.scheme not in {"http", "https"} or not parts.netloc or parts.path.strip("/") or parts.query:
        raise SettingsError(f"PREP_BASE_URL is {value!r}. Give scheme and host only, such as https://prep.example.org.")
    return f"{parts.scheme}://{parts.netloc}"


def _editor(value: str) -> str:
    address = _mail_address(value)
    if not address:
        raise SettingsError(f"PREP_EDITOR is {value!r}. Give one e-mail address, such as editor@prep.example.org.")
    return address


def _security_contact(value: str) -> str:
    parts = urlsplit(value)
    if parts.scheme == "https" and parts.netloc and not set(value) & set(" \r\n"):
        return value
    address = _mail_address(value)
    if not address:
        raise SettingsError(
            f"PREP_SECURITY_CONTACT is {value!r}. Give one e-mail address, such as security@prep.example.org, or the"
            " https address of a page."
        )
    return f"mailto:{address}"


def _mail_address(value: str) -> str | None:
    try:
        address = Address(addr_spec=value)
    except (ValueError, HeaderParseError):
        return None
    return address.addr_spec if address.username and "." in address.domain else None


def _clinics(value: str) -> Path:
    path = Path(value)
    if not path.is_file():
        raise SettingsError(f"PREP_CLINICS names {value!r}, and there is no such file. Give the path of a YAML file.")
    return path


def _proxies(value: str) -> tuple[IPv4Network | IPv6Network, ...]:
    try:
        return tuple(ip_network(part.strip()) for part in value.split(","))
    except ValueError as error:
        raise SettingsError(
            f"PREP_PROXIES is {value!r}: {error}. Give addresses or networks with commas between them, such as"
            " 127.0.0.1,10.0.0.0/8."
        ) from error


def _count(name: str, value: str) -> int:
    if not value.isascii() or not value.isdigit() or not 1 <= int(value) <= 64:
        raise SettingsError(f"{name} is {value!r}. Give a whole number from 1 to 64.")
    return int(value)


def _metrics(value: str) -> Endpoint:
    host, _colon, port = value.rpartition(":")
    if not port.isascii() or not port.isdigit() or not 1 <= int(port) <= 65535:
        raise SettingsError(f"PREP_METRICS is {value!r}. Give a port, such as 9100, or an address and a port.")
    return Endpoint(host or "127.0.0.1", int(port))
