"""What is typed: blank, too long, or in some markup."""

import re

from playwright.sync_api import expect

from tests.ui.in_browser.conftest import Open

MARKUP = (
    "<b>bold</b> <script>document.title = 'gone'</script> & &amp; **stars** _under_ `code` $x^2$ $$y$$\n"
    "    indented :material/home: :red[red] :smile: [link](http://127.0.0.1/)\n\n# heading\n- item ~~struck~~ | a | b |"
)


def test_a_message_is_sent_as_typed_or_not_at_all(visit: Open) -> None:
    manager = visit()
    manager.start_a_talk()

    manager.box.fill("   \n  ")
    manager.box.press("Enter")
    manager.settle()
    expect(manager.turns).to_have_count(1)
    expect(manager.page.get_by_test_id("stAlert")).to_have_count(0)

    too_long = "What would help? " * 236
    manager.box.fill(too_long)
    manager.box.press("Enter")
    expect(manager.page.get_by_test_id("stAlert")).to_contain_text(f"{len(too_long.strip()):,}")
    manager.settle()
    expect(manager.turns).to_have_count(1)
    expect(manager.box).to_have_value(too_long)

    manager.say(MARKUP)
    expect(manager.page.get_by_test_id("stAlert")).to_have_count(0)
    said = manager.turns.nth(1).locator(".words")
    assert said.evaluate("words => words.textContent") == MARKUP
    assert said.locator("*").count() == 0

    manager.say("So what got in the way?\nAnd when?")
    manager.finish()
    manager.page.get_by_role("button", name=re.compile("in turn 2:")).first.click()
    opened = manager.page.locator(".words", has=manager.page.locator(".stretch.chosen"))
    opened.wait_for()
    assert opened.locator(":not(.chip, .stretch)").count() == 0
    without_chips = (
        "words => { const copy = words.cloneNode(true); copy.querySelectorAll('.chip').forEach(one => one.remove()); return "
        "copy.textContent; }"
    )
    assert opened.evaluate(without_chips) == MARKUP
