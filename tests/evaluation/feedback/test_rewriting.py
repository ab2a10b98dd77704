import pytest

from simulator.codes import Code
from simulator.evaluation.feedback.echo import echo
from simulator.evaluation.feedback.frames import LEADS
from simulator.evaluation.feedback.rewriting import _question, rewrites
from simulator.evaluation.feedback.verbs import base_of_gerund, base_of_past, gerund
from tests.evaluation import example_talks
from tests.evaluation.talks import case
from tests.scenarios_for_tests import make_scenario

ADVICE, LEADING, SELL, BLAME, ORDER = Code.ADVICE, Code.LEADING_QUESTION, Code.PERSUASION, Code.CRITICISM, Code.INSTRUCTION
SAID = "The plant went quiet after the visit."

TELLS = [
    ("You should call the CFO.", ADVICE, "If calling the CFO were one option, what would the others be?"),
    ("I'd go to my contact there.", ADVICE, "If going to your contact there were one option, what would the others be?"),
    (
        "If I were you, I'd talk to my boss and ask for help.",
        ADVICE,
        "Apart from talking to your boss and asking for help, what ways do you see?",
    ),
    ("You could split the deal.", ADVICE, "If splitting the deal were one option, what would the others be?"),
    ("Look, you need a plan.", ADVICE, "Besides a plan, what could help here?"),
    ("What works is three touches a week.", ADVICE, "Besides three touches a week, what could help here?"),
    ("I suggest blocking two hours.", ADVICE, "If blocking two hours were one option, what would the others be?"),
    ("I would recommend that you involve me sooner.", ADVICE, "If involving me sooner were one option, what would the others be?"),
    ("You need to be bolder with them.", ADVICE, "What would being bolder with them change, as you see it?"),
    ("Maybe you could ask Lena to help.", ADVICE, "If asking Lena to help were one option, what would the others be?"),
    ("You might want to try calling early.", ADVICE, "If calling early were one option, what would the others be?"),
    (
        "What you need to do is to go back to Brough, and fast.",
        ADVICE,
        "If going back to Brough were one option, what would the others be?",
    ),
    ("My suggestion would be to bring in finance.", ADVICE, "If bringing in finance were one option, what would the others be?"),
    ("It might help to write it down.", ADVICE, "If writing it down were one option, what would the others be?"),
    ("Consider a smaller first step.", ADVICE, "Besides a smaller first step, what could help here?"),
    ("A close plan would help.", ADVICE, "Besides a close plan, what could help here?"),
    ("Don't give up on them yet.", ADVICE, "What does giving up on them do for you, as you see it?"),
    ("I would definitely not discount.", ADVICE, "What does discounting do for you, as you see it?"),
    ("Why don't you just ask Priya?", LEADING, "If asking Priya were one option, what would the others be?"),
    ("Don't you think you should call them today?", LEADING, "If calling them today were one option, what would the others be?"),
    ("Have you tried LinkedIn?", LEADING, "Besides LinkedIn, what could help here?"),
    ("Have you thought about offering a pilot?", LEADING, "If offering a pilot were one option, what would the others be?"),
    ("Have you spoken to the director yet?", LEADING, "If speaking to the director were one option, what would the others be?"),
    ("Why didn't you just escalate?", LEADING, "What got in the way of escalating?"),
    ("Wouldn't a discount fix it?", LEADING, "Besides a discount, what could help here?"),
    ("What if you called the CFO?", LEADING, "If calling the CFO were one option, what would the others be?"),
    ("How about a pilot?", LEADING, "Besides a pilot, what could help here?"),
    ("Shouldn't you be talking to users?", LEADING, "If talking to users were one option, what would the others be?"),
    ("Couldn't you have asked for help?", LEADING, "What got in the way of asking for help?"),
    ("Send me the list by Friday.", ORDER, "What would you need in order to send me the list by Friday?"),
    ("I need you to log every call.", ORDER, "What would you need in order to log every call?"),
    ("Dana, make sure you send the recap before noon, okay?", ORDER, "What would you need in order to send the recap before noon?"),
    ("Go talk to Pauwels.", ORDER, "What would you need in order to talk to Pauwels?"),
    ("Stop discounting before they even ask.", ORDER, "What does discounting do for you, as you see it?"),
    ("You never call them back.", BLAME, "What got in the way of calling them back?"),
    ("You should have told me in May.", BLAME, "What got in the way of telling me in May?"),
    ("You didn't prepare for the meeting.", BLAME, "What got in the way of preparing for the meeting?"),
    ("Your pipeline is a mess.", BLAME, "How do you see your pipeline yourself?"),
    ("I'm disappointed in your numbers.", BLAME, "How do you see your numbers yourself?"),
    ("You keep pushing the close date.", BLAME, "What does pushing the close date do for you, as you see it?"),
    ("You dropped the ball on the renewal.", BLAME, "How do you see the renewal yourself?"),
    ("Trust me, this will double your pipeline.", SELL, "What would it take, in your eyes, to double your pipeline?"),
    ("If you use it, you'll save two hours a week.", SELL, "What would it take, in your eyes, to save two hours a week?"),
    ("Believe me, it will save you a lot of time.", SELL, "What would it take, in your eyes, to save a lot of time?"),
    ("The new form will free up your Fridays.", SELL, "What would it take, in your eyes, to free up your Fridays?"),
]


def as_question(tell: str, code: Code, rep_said: str = "") -> str:
    """The open question for one tell by itself; empty where there is none."""
    built = _question(tell, code, rep_said, set(), set(), LEADS[0])
    return built[0] if built else ""


@pytest.mark.parametrize(("tell", "code", "question"), TELLS, ids=[tell for tell, _, _ in TELLS])
def test_a_tell_becomes_an_open_question_about_its_own_phrase(tell: str, code: Code, question: str) -> None:
    assert as_question(tell, code) == question
    assert as_question(tell, code, SAID) == f"You said “The plant went quiet after the visit”. {question}"


@pytest.mark.parametrize(
    ("tell", "code", "question"),
    [
        ("That's not good enough.", BLAME, "When you say “The plant went quiet after the visit”, what was going on there, as you see it?"),
        ("You'll thank me later.", SELL, "You said “The plant went quiet after the visit”. What would have to change for you there?"),
        ("Just do it.", ORDER, "You said “The plant went quiet after the visit”. What would be a good first step from there?"),
    ],
)
def test_a_tell_without_a_phrase_is_asked_in_the_reps_own_words(tell: str, code: Code, question: str) -> None:
    assert as_question(tell, code, SAID) == question
    assert as_question(tell, code) == "", "nothing to build from, and no canned line in its place"


def test_a_short_answer_is_taken_up_too() -> None:
    assert as_question("That's an excuse.", BLAME, "Fine.") == "You said “Fine”. What is behind that?"


@pytest.mark.parametrize(
    ("said", "given_back"),
    [
        ("It slipped. My champion left in March, so I started over.", "My champion left in March, so I started over"),
        ("Well, the template is old. Is that all?", "the template is old"),
        ("You wanted a word.", ""),
        ("", ""),
        ("No idea.", "No idea"),
        ("He said \"never again\" to me.", ""),
    ],
)  # fmt: skip
def test_the_reps_words_are_given_back_verbatim(said: str, given_back: str) -> None:
    assert echo(said, "Call your champion.") == given_back
    assert given_back in said


def test_three_rewrites_differ_and_stand_in_the_order_of_the_talk() -> None:
    said = [(f"You should {words}.", ADVICE) for words in ("call the CFO", "ask Lena", "write a plan", "drop the price")]
    made = rewrites(
        case("The plant went quiet.", said[:2], "Legal has the contract now.", said[2:], "Fine by me.", scenario=make_scenario())
    )
    assert [one.quote.text for one in made] == ["You should call the CFO.", "You should ask Lena.", "You should write a plan."]
    assert len({one.question.replace(one.quote.text, "").split("”. ")[-1].split(" ")[0] for one in made}) == 3
    assert sum("The plant went quiet" in one.question for one in made) == 1


def test_the_dearest_tells_are_taken_and_moments_differ() -> None:
    talk = case(
        "Hm.",
        [("The region closed at 78 percent.", Code.INFORMATION), ("You should call the CFO.", ADVICE)],
        "Well.",
        [("Wouldn't a discount fix it?", LEADING)],
        "Maybe.",
        [("Send me the list by Friday.", ORDER), ("You never call them back.", BLAME)],
        scenario=make_scenario(),
    )
    assert [one.code for one in rewrites(talk)] == [ADVICE, LEADING, BLAME]


def test_where_a_clear_word_is_right_decisions_and_orders_stay() -> None:
    assert rewrites(example_talks.clear_and_fair()) == ()
    talk = case(
        "Hm.",
        [("You have to use the form from Monday.", ORDER), ("You should call them.", ADVICE), ("You never use the form.", BLAME)],
        scenario=make_scenario(stance="manage"),
    )
    assert [one.code for one in rewrites(talk)] == [BLAME]


def test_verb_forms() -> None:
    assert [gerund(verb) for verb in ("call", "make", "get", "be", "see", "lie", "visit")] == [
        "calling", "making", "getting", "being", "seeing", "lying", "visiting",
    ]  # fmt: skip
    assert [base_of_past(word) for word in ("called", "spoken", "tried", "dropped", "made", "used", "quiet")] == [
        "call", "speak", "try", "drop", "make", "use", "",
    ]  # fmt: skip
    assert base_of_gerund("planning") == "plan"
    assert base_of_gerund("morning") == ""


def test_an_appeal_in_front_of_a_pitch_is_not_taken_for_the_idea() -> None:
    question = as_question("Trust me, it will be a great opportunity.", Code.PERSUASION, "The map they sent was never right.")
    assert question.endswith("?")
    assert "trust" not in question.lower()
