"""A command run in a home of its own, with every address it reached for: Python's own sockets do not show what C++ does."""

import ipaddress
import os
import re
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_TRACED = "connect,sendto,sendmsg,sendmmsg"
_ADDRESS = re.compile(r'inet_addr\("([^"]+)"\)|inet_pton\(AF_INET6, "([^"]+)"')


@dataclass(frozen=True, kw_only=True)
class Watched:
    """What a command printed, what it left in its home, and where it reached beyond this machine."""

    said: str
    left: tuple[str, ...]
    reached: tuple[str, ...]


@cache
def strace() -> str | None:
    """Where strace is; None where there is none or it may not be used."""
    found = shutil.which("strace")
    return found if found and subprocess.run([found, "-f", "true"], capture_output=True).returncode == 0 else None


def home(folder: Path) -> dict[str, str]:
    """Environment variables that put everything a program keeps for a person under `folder`, which is made."""
    places = {"HOME": ".", "XDG_CACHE_HOME": "cache", "XDG_CONFIG_HOME": "config", "XDG_DATA_HOME": "data", "XDG_STATE_HOME": "state"}
    for place in places.values():
        (folder / place).mkdir(parents=True, exist_ok=True)
    return {name: str(folder / place) for name, place in places.items()}


def watch(command: Sequence[str], folder: Path, *, typed: str = "", environment: Mapping[str, str]) -> Watched:
    """Run `command` in `folder`/work, made where it is missing, and with an empty home, `folder`/home, and see what it does.

    Raises:
        AssertionError: it ended with another code than 0.
    """
    own, trace, work = folder / "home", folder / "trace", folder / "work"
    work.mkdir(parents=True, exist_ok=True)
    tracer = strace()
    before = [tracer, "-f", "--seccomp-bpf", "-e", f"trace={_TRACED}", "-o", str(trace)] if tracer else []
    everything = {**os.environ, **home(own), **environment}
    done = subprocess.run([*before, *command], cwd=work, input=typed, capture_output=True, text=True, env=everything)
    assert done.returncode == 0, done.stderr
    traced = trace.read_text(encoding="utf-8", errors="replace") if tracer else ""
    assert "+++ exited with 0 +++" in traced or not tracer
    files = sorted(str(path.relative_to(folder)) for place in (own, work) for path in place.rglob("*") if not path.is_dir())
    return Watched(said=done.stdout, left=tuple(files), reached=beyond(traced))


def beyond(traced: str) -> tuple[str, ...]:
    """The addresses in the lines of a trace that are not of this machine."""
    addresses = {one or other for one, other in _ADDRESS.findall(traced)}
    return tuple(sorted(address for address in addresses if not ipaddress.ip_address(address).is_loopback))
