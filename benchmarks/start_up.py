"""What start-up costs, each in a process of its own, side by side: `python -m benchmarks.start_up`."""

import statistics
import subprocess
import sys
import tempfile
import time

ROUNDS = 5
CASES = {
    "python itself": "pass",
    "import simulator": "import simulator",
    "import simulator.cli": "import simulator.cli",
    "import simulator.app": "import simulator.app",
    "build, index in step": "from simulator.app import build; from simulator.settings import Settings; from pathlib import Path; "
    "build(Settings(data_dir=Path({folder!r}), rep_model='scripted'))",
    "import streamlit": "import streamlit",
}


def main() -> None:
    """Time every case in turn, several rounds over, and print medians and their ratio to Python itself."""
    with tempfile.TemporaryDirectory() as folder:
        commands = {name: [sys.executable, "-c", code.format(folder=folder)] for name, code in CASES.items()}
        subprocess.run(commands["build, index in step"], check=True)
        times: dict[str, list[float]] = {name: [] for name in CASES}
        for _ in range(ROUNDS):
            for name, command in commands.items():
                begin = time.perf_counter()
                subprocess.run(command, check=True)
                times[name].append(time.perf_counter() - begin)
    base = statistics.median(times["python itself"])
    for name, values in times.items():
        print(f"{name:22} {statistics.median(values):6.2f} s   {statistics.median(values) / base:5.1f} × python itself")


if __name__ == "__main__":
    main()
