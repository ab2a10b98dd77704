"""The pictures of a workshop in docs/images, of a room of eight who practise twice: `python -m tools.room_images`. It needs Chromium."""

import sys
import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

from playwright.sync_api import Browser, sync_playwright

from simulator import app
from simulator.errors import AttemptError
from simulator.evaluation.scorecard import Estimate
from simulator.people.cookie import NAME, signer
from simulator.people.person import Role
from simulator.settings import Access, Settings
from tests.ui.browser import FLAGS, MISSING, find_chromium
from tests.ui.in_browser.visit import Visit
from tests.ui.server import Served, serve
from tools.images import FOLDER

SCENARIO = "forecast-slips-every-month"
PEOPLE = ("Ann", "Bo", "Cy", "Dee", "Eli", "Fox", "Gil", "Hal")
TOLD = (
    "You should call every buyer by Friday.",
    "Just hand over the sheet to me.",
    "Send me a plan by noon.",
    "Trust me, it works.",
    "I would call their finance people first.",
    "You have to update the sheet every day.",
)
ASKED = (
    "How does a date get into the sheet in the first place?",
    "What do you see or hear that makes you put a deal in commit?",
    "So the last week is where it falls apart.",
    "What does the back half of a month look like in your diary?",
    "What happened in September?",
    "You want every date to be real.",
    "What happens between a yes and a signature?",
    "What would help you most?",
    "What could you try first?",
    "What will you do, and by when?",
)


def main() -> int:
    """Hold the workshop, and take pictures of its board, a phone that joins, and the group together."""
    path = find_chromium()
    if path is None:
        print(MISSING, file=sys.stderr)
        return 1
    with tempfile.TemporaryDirectory() as folder:
        code, fay, ida = _held(Settings(data_dir=Path(folder), access=Access.WORKSHOP))
        with serve(Path(folder), ACCESS="workshop") as served, sync_playwright() as playwright:
            chromium = playwright.chromium.launch(executable_path=path, args=list(FLAGS))
            _pictures(chromium, served, code, fay, ida)
            chromium.close()
    return 0


def _held(settings: Settings) -> tuple[str, str, str]:
    """Eight people practise the same talk twice, and ask more the second time; the code, and two cookies."""
    services, signs, draw = app.build(settings), signer(settings), Random(14)

    def come(name: str) -> tuple[app.Services, str]:
        cookie = signs.new()
        return services.of(services.people.registry.call(signs.read(cookie) or "", name)), cookie

    fay, cookie = come("Fay")
    services.people.registry.appoint(fay.who.id, {Role.MANAGER, Role.FACILITATOR})
    fay = services.of(services.people.registry.get(fay.who.id) or fay.who)
    workshop = fay.rooms.make("Coaching Tuesday", [SCENARIO], datetime.now(UTC) + timedelta(hours=3))
    for name in PEOPLE:
        one, _ = come(name)
        one.rooms.join(workshop.code)
        for again in range(2):
            talk = one.rooms.begin(workshop.id)
            told = draw.sample(TOLD, draw.randint(3, 5) - again)
            asked = sorted(draw.sample(ASKED, draw.randint(6, 9) + again), key=ASKED.index)
            for words in (*asked[:2], *told, *asked[2:]):
                try:
                    one.practice.say(talk.id, words).whole()
                except AttemptError:  # the rep has said goodbye
                    break
            one.practice.finish(talk.id, Estimate(asked_share=draw.choice((0.5, 0.6, 0.7, 0.8))))
    return workshop.code, cookie, come("Ida")[1]


def _pictures(chromium: Browser, served: Served, code: str, fay: str, ida: str) -> None:
    leads = _browser(chromium, served, fay, 1280, 800)
    leads.open("/board")
    leads.page.get_by_test_id("stVegaLiteChart").nth(1).wait_for()
    _take(leads, "workshop-board")
    leads.open("/workshops")
    leads.page.get_by_text("The group together").click()
    leads.page.get_by_text("Take it away as files").wait_for()
    leads.page.get_by_text("The group together").evaluate(
        "it => { it.closest('details').style.scrollMarginTop = '4rem'; it.closest('details').scrollIntoView({ block: 'start' }) }"
    )
    _take(leads, "workshop-group")
    phone = _browser(chromium, served, ida, 390, 844)
    phone.page.goto(f"{served.url}/?code={code}")
    phone.box.wait_for()
    _take(phone, "workshop-phone")


def _browser(chromium: Browser, served: Served, cookie: str, width: int, height: int) -> Visit:
    context = chromium.new_context(viewport={"width": width, "height": height}, color_scheme="light")
    context.add_cookies([{"name": NAME, "value": cookie, "url": served.url}])
    return Visit(context.new_page(), served.url)


def _take(visit: Visit, name: str) -> None:
    visit.settle()
    visit.page.screenshot(path=FOLDER / f"{name}.png")


if __name__ == "__main__":
    sys.exit(main())
