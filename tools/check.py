"""The gate: `python -m tools.check`, or `make test`; `python -m tools.check lint` leaves the tests out. No failure hides the next."""

import os
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

LINT = {
    "format": ["ruff", "format", "--check", "--quiet", "."],
    "lint": ["ruff", "check", "--quiet", "."],
    "types": ["mypy"],
    "imports": ["lint-imports", "--no-logo"],
}
MOST_WORKERS = 4
"""Each holds the models, a server and a browser of its own: about 2 GB."""


def main(words: list[str]) -> int:
    """Run the checks and say how each went, and how long it took; words other than `lint` go to pytest."""
    checks = LINT if words == ["lint"] else {**LINT, "tests": ["pytest", "--quiet", *_side_by_side(), *words]}
    begun, failed = time.perf_counter(), []
    with ThreadPoolExecutor() as pool:  # the quick ones side by side and beside the tests, each with its words together
        running = {name: pool.submit(_run, command, subprocess.PIPE if name in LINT else None) for name, command in checks.items()}
    for name, check in running.items():
        done, seconds = check.result()
        print(f"== {name}\n{done.stdout or ''}", end="", flush=True)
        if done.returncode:
            failed.append(name)
        print(f"== {name}: {'failed' if name in failed else 'well'} after {seconds:.0f} s", flush=True)
    print(f"Not well: {', '.join(failed)}." if failed else f"All checks are well after {time.perf_counter() - begun:.0f} s.")
    return 1 if failed else 0


def _run(command: list[str], out: int | None) -> tuple[subprocess.CompletedProcess[str], float]:
    """Run a program of this environment, its words to `out`; what came of it, and how many seconds it took."""
    start, (program, *options) = time.perf_counter(), command
    command = [str(Path(sys.executable).parent / program), *options]
    done = subprocess.run(command, check=False, text=True, stdout=out, stderr=subprocess.STDOUT if out else None)
    return done, time.perf_counter() - start


def _side_by_side() -> list[str]:
    """Files of tests are shared out among the cores that are ours; what a file's tests share is made once."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return ["-n", str(min(cores, MOST_WORKERS)), "--dist", "loadfile", "--no-loadscope-reorder"] if cores > 1 else []


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
