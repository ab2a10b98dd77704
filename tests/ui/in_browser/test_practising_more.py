"""Beyond plain talking: waiting, a nudge, trying again from a turn, what to practise next, and what is set."""

import re

from playwright.sync_api import expect

from tests.ui.in_browser.conftest import Open

TELLS = ["You should take some time off.", "Just hand over the Steinbach accounts.", "Send me a plan by Friday."]


def test_saying_nothing_is_a_turn_and_the_rep_answers_it(visit: Open) -> None:
    manager = visit()
    manager.start_a_talk("burnt-out-and-leaving")
    manager.say("How was your week?")
    before = manager.turns.count()
    manager.button("Say nothing").click()
    expect(manager.turns).to_have_count(before + 2)
    manager.settle()
    expect(manager.turns.nth(before)).to_contain_text("said nothing, and waited")


def test_three_tells_in_a_row_bring_a_nudge_that_can_be_switched_off(visit: Open) -> None:
    manager = visit()
    manager.start_a_talk("burnt-out-and-leaving")
    for words in TELLS:
        manager.say(words)
    nudge = manager.page.get_by_text(re.compile("in a row"))
    expect(nudge.first).to_be_visible()
    expect(nudge.first).to_contain_text("?")
    manager.button("Balance").click()
    manager.page.get_by_text("Nudges", exact=True).click()
    manager.settle()
    expect(nudge).to_have_count(0)


def test_a_talk_is_tried_again_from_a_turn_and_both_are_compared(visit: Open) -> None:
    manager = visit()
    manager.start_a_talk("burnt-out-and-leaving")
    for words in TELLS:
        manager.say(words)
    manager.finish()
    manager.button("Tell in turn 4").click()
    manager.settle()
    manager.button("Try again from here").click()
    manager.box.wait_for()
    manager.settle()
    expect(manager.turns).to_have_count(3)
    for words in ("What does a normal day look like?", "It sounds like you have no evening left.", "What could help?"):
        manager.say(words)
    manager.finish()
    expect(manager.page.get_by_text("The two tries, side by side")).to_be_visible()


def test_after_a_scored_talk_the_next_one_is_recommended_with_a_reason(visit: Open) -> None:
    manager = visit()
    manager.start_a_talk()
    for words in (
        "What happened with the deal?",
        "You should call them today.",
        "So the date slipped again.",
        "What makes you put the thirtieth?",
        "Send me the list by Friday.",
        "What could you try? What else?",
        "What will you do, and by when?",
    ):
        manager.say(words)
    manager.finish()
    manager.open()
    expect(manager.page.get_by_text("Next for you")).to_be_visible()
    expect(manager.page.get_by_text(re.compile("in your latest talks|latest talks leave"))).to_be_visible()


def test_the_settings_show_what_is_in_force_and_no_key(visit: Open) -> None:
    manager = visit()
    manager.open("/settings")
    expect(manager.page.get_by_text("TALK_TOKENS").first).to_be_visible()
    expect(manager.page.get_by_text(re.compile(r"sk-\w"))).to_have_count(0)
    assert manager.fits()


def test_a_german_talk_is_coded_and_its_debrief_says_how(visit: Open) -> None:
    manager = visit()
    manager.start_a_talk("messekontakte-versanden")
    for words in (
        "Was ist seit der Messe passiert?",
        "Das klingt, als hätte dich das geärgert.",
        "Du musst die Liste bis Freitag abarbeiten.",
    ):
        manager.say(words)
    manager.finish()
    expect(manager.page.get_by_text(re.compile("German is coded by rules alone"))).to_be_visible()
    expect(manager.button("Ask in turn 2")).to_be_visible()
    expect(manager.button("Tell in turn 6")).to_be_visible()
