"""The gate: `python -m tools.check`, or `make test`; `python -m tools.check lint` leaves the tests out. No failure hides the next."""

import subprocess
import sys
import time
from pathlib import Path

LINT = {
    "format": ["ruff", "format", "--check", "--quiet", "."],
    "lint": ["ruff", "check", "--quiet", "."],
    "types": ["mypy"],
    "imports": ["lint-imports", "--no-logo"],
}


def main(words: list[str]) -> int:
    """Run the checks and say how each went, and how long it took; words other than `lint` go to pytest."""
    checks = LINT if words == ["lint"] else {**LINT, "tests": ["pytest", "--quiet", *words]}
    begun, failed = time.perf_counter(), []
    for name, (program, *options) in checks.items():
        print(f"== {name}", flush=True)
        start = time.perf_counter()
        if subprocess.run([Path(sys.executable).parent / program, *options], check=False).returncode:
            failed.append(name)
        print(f"== {name}: {'failed' if name in failed else 'well'} after {time.perf_counter() - start:.0f} s", flush=True)
    print(f"Not well: {', '.join(failed)}." if failed else f"All checks are well after {time.perf_counter() - begun:.0f} s.")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
