"""All checks, one after the other: `python -m tests.check`. Every check runs, and the first failure does not hide the next."""

import os
import subprocess
import sys
import time

CHECKS = (
    ("format", ["ruff", "format", "--check", "--quiet", "."]),
    ("lint", ["ruff", "check", "--quiet", "."]),
    ("types", ["mypy"]),
    ("imports", ["lint-imports", "--no-logo"]),
    ("tests", ["pytest", "--quiet", *sys.argv[1:]]),
)


def main() -> int:
    """Run the checks and say how each went."""
    folder = os.path.dirname(sys.executable)
    failed = []
    for name, command in CHECKS:
        print(f"== {name}", flush=True)
        start = time.perf_counter()
        program = os.path.join(folder, command[0])
        if subprocess.run([program, *command[1:]], check=False).returncode:
            failed.append(name)
        print(f"== {name}: {'failed' if name in failed else 'well'} after {time.perf_counter() - start:.0f} s", flush=True)
    print(f"Not well: {', '.join(failed)}." if failed else "All checks are well.")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
