"""From starting the server to the first page a person can use, in a real browser: `python -m benchmarks.first_page`.

Three starts on one data folder, the first of which builds the index; then the same page once more in the running server.
"""

import tempfile
import time
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.ui.browser import FLAGS, MISSING, find_chromium
from tests.ui.in_browser.visit import Visit
from tests.ui.server import serve

STARTS = 3


def main() -> None:
    """Start, open, and print the times and their ratio to the warm page."""
    path = find_chromium()
    if path is None:
        raise SystemExit(MISSING)
    rows: list[tuple[str, float]] = []
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(FLAGS))
        for start in range(1, STARTS + 1):
            begin = time.perf_counter()
            with serve(Path(folder)) as served:
                rows.append((f"start {start}: serving", time.perf_counter() - begin))
                for name in ("first page", "the same page again"):
                    visit = Visit(browser.new_page(), served.url)
                    begin = time.perf_counter()
                    visit.open()
                    rows.append((f"start {start}: {name}", time.perf_counter() - begin))
                    visit.page.close()
        browser.close()
    warm = rows[-1][1]
    for name, seconds in rows:
        print(f"{name:30} {seconds:6.2f} s   {seconds / warm:5.1f} × the warm page")


if __name__ == "__main__":
    main()
