"""Three ways through a coach scenario and two through a manage scenario, coded by hand, with where each left the rep."""

from simulator.codes import Code
from simulator.evaluation.case import Case
from simulator.scenario.model import Scenario
from simulator.state import Commitment, Disclosure, How, IdeaOnTable, Owner, Promise, RepState
from tests.evaluation.talks import case
from tests.scenarios_for_tests import make_scenario

OPEN, CLOSED, BACK, SUM, GOOD, OK = (
    Code.OPEN_QUESTION,
    Code.CLOSED_QUESTION,
    Code.REFLECTION,
    Code.SUMMARY,
    Code.AFFIRMATION,
    Code.ACKNOWLEDGEMENT,
)
ORDER, ADVICE, LEADING, BLAME, INFO, SELL, LEAVE = (
    Code.INSTRUCTION,
    Code.ADVICE,
    Code.LEADING_QUESTION,
    Code.CRITICISM,
    Code.INFORMATION,
    Code.PERSUASION,
    Code.PERMISSION,
)


def _promise(kind: Promise, turn: int) -> Commitment:
    return Commitment(kind=kind, turn=turn, what="Swap figures with Lena", when="Thursday")


def coaching() -> Case:
    """Asks, hears, asks on; the rep finds two ideas and promises one."""
    state = RepState(
        openness=0.8,
        turns=7,
        disclosed=(
            Disclosure(fact="pricing-queue", turn=3, how=How.ELICITED),
            Disclosure(fact="checks-twice", turn=5, how=How.ELICITED),
            Disclosure(fact="spring-mistake", turn=7, how=How.ELICITED),
            Disclosure(fact="old-template", turn=7, how=How.VOLUNTEERED),
        ),
        ideas=(IdeaOnTable(idea="buddy-check", owner=Owner.REP, turn=9), IdeaOnTable(idea="price-list", owner=Owner.REP, turn=9)),
        commitment=_promise(Promise.OWN, 11),
    )
    return case(
        "Morning. You wanted a word.",
        [("Thanks for making time.", GOOD), ("What happens to a quote once you have sent it in?", OPEN)],
        "The pricing desk answers only twice a week, and I check every figure at night.",
        [("You check every figure at night.", BACK), ("What makes you check them so much?", OPEN)],
        "I check everything twice since spring.",
        [("Spring stays with you.", BACK), ("What happened in spring?", OPEN)],
        "I misquoted by forty thousand.",
        [("That must have been a hard week.", BACK), ("What could make it easier from here?", OPEN)],
        "I could swap figures with Lena, or keep a price list.",
        [("So you check twice since spring, and Lena could take half of it.", SUM), ("What will you do, and by when?", OPEN)],
        "I'll ask Lena today, and we start on Thursday.",
        [("Thursday, with Lena.", BACK), ("How shall we look at it again?", OPEN)],
        "Next Friday would be good.",
        scenario=make_scenario(),
        state=state,
    )


def mixed() -> Case:
    """Asks at first, then gives advice."""
    state = RepState(
        openness=0.4,
        turns=5,
        disclosed=(Disclosure(fact="pricing-queue", turn=3, how=How.ELICITED),),
        ideas=(IdeaOnTable(idea="price-list", owner=Owner.REP, turn=7), IdeaOnTable(idea="buddy-check", owner=Owner.MANAGER, turn=4)),
        commitment=_promise(Promise.IMPOSED, 9),
    )
    return case(
        "Morning. You wanted a word.",
        [("What happens to a quote once you have sent it in?", OPEN)],
        "The pricing desk answers only twice a week.",
        [("I see.", OK), ("You should let Lena check your figures.", ADVICE), ("Did you ask her?", CLOSED)],
        "No.",
        [("What else could you try?", OPEN), ("And a price list, wouldn't that help?", LEADING)],
        "I could keep a price list.",
        [("You'd have it all in one place.", BACK), ("Do it by Friday.", ORDER), ("Can I count on you?", CLOSED)],
        "Fine. I'll have it done.",
        scenario=make_scenario(),
        state=state,
    )


def telling() -> Case:
    """Tells, blames, sells."""
    state = RepState(
        openness=0.1,
        turns=4,
        ideas=tuple(IdeaOnTable(idea="", owner=Owner.MANAGER, turn=turn) for turn in (2, 4, 6)),
        commitment=_promise(Promise.IMPOSED, 7),
    )
    return case(
        "Morning. You wanted a word.",
        [("Your quotes are always late.", BLAME), ("You should let Lena check your figures.", ADVICE)],
        "Right.",
        [("Make yourself a price list.", ORDER), ("Trust me, it will save you two days a week.", SELL), ("I did it for years.", INFO)],
        "If you say so.",
        [("Have you thought about calling Bexley?", LEADING), ("Send me the list by Friday.", ORDER), ("Okay?", CLOSED)],
        "Fine.",
        scenario=make_scenario(),
        state=state,
    )


def manage_scenario() -> Scenario:
    """The same people, in a moment that calls for managing."""
    return make_scenario(stance="manage")


def clear_and_fair() -> Case:
    """States the decision, the reason, the expectation and its date, and hears what it does."""
    state = RepState(
        openness=0.4,
        turns=4,
        ideas=(IdeaOnTable(idea="", owner=Owner.MANAGER, turn=2),),
        commitment=_promise(Promise.IMPOSED, 7),
    )
    return case(
        "Morning. You wanted a word.",
        [
            ("From Monday every quote goes through the new pricing form.", INFO),
            ("The reason is that two customers were given different prices for the same box.", INFO),
            ("I need you to use it for all your quotes from Monday on.", ORDER),
            ("What does that mean for you?", OPEN),
        ],
        "More clicking. I don't love it.",
        [
            ("You see more work in it, and little gain.", BACK),
            ("It stays as it is, because the audit is in May.", INFO),
            ("What would make the start easier?", OPEN),
        ],
        "Somebody who shows me the form.",
        [("I can sit with you on Tuesday at nine.", INFO), ("By when will your open quotes be in it?", CLOSED)],
        "By Thursday.",
        [("Thursday.", BACK), ("Thank you for taking it on.", GOOD)],
        "Sure.",
        scenario=manage_scenario(),
        state=state,
    )


def endless_asking() -> Case:
    """Asks and hears, and never says what has to happen."""
    state = RepState(
        openness=0.7,
        turns=6,
        disclosed=(Disclosure(fact="pricing-queue", turn=3, how=How.ELICITED), Disclosure(fact="checks-twice", turn=5, how=How.ELICITED)),
        ideas=(IdeaOnTable(idea="price-list", owner=Owner.REP, turn=9),),
    )
    return case(
        "Morning. You wanted a word.",
        [("How do you feel about the pricing form?", OPEN)],
        "I don't use it. The pricing desk is slow.",
        [("The desk slows you down.", BACK), ("What else is in the way?", OPEN)],
        "I check everything twice.",
        [("You like to be sure.", BACK), ("What would you need?", OPEN)],
        "Time.",
        [("Time is short.", BACK), ("What could you try?", OPEN)],
        "A price list.",
        [("A list of your own.", BACK), ("How would that feel?", OPEN)],
        "Fine.",
        scenario=manage_scenario(),
        state=state,
    )
