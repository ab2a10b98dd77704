"""The codebook in words, for whoever codes by reading: one line a code, and the cases that are easily missed."""

from typing import Final

from simulator.codes import PRECEDENCE, Code

MEANINGS: Final = {
    Code.OPEN_QUESTION: (
        "invites them to think, explore, feel or decide; no yes, name, number or date would answer it. Also as a "
        "statement that asks, such as “Walk me through Tuesday.”"
    ),
    Code.CLOSED_QUESTION: "a real request for a fact, a yes or no, a choice, or a check of understanding.",
    Code.REFLECTION: "gives their meaning or feeling back as a statement, also with a tag at its end.",
    Code.SUMMARY: "pulls together two or more things that they said.",
    Code.AFFIRMATION: "names a strength, an effort, or a feeling as legitimate; thanks them for being open.",
    Code.ACKNOWLEDGEMENT: "shows hearing and adds nothing: “Mm-hm.”, “I see.”",
    Code.INSTRUCTION: "orders, assigns, sets a demand or a deadline, also where it is dressed as a question.",
    Code.ADVICE: "proposes what they should or could do; an idea of the manager's.",
    Code.LEADING_QUESTION: "advice, opinion or blame with a question mark: the answer is in the question.",
    Code.CRITICISM: "judges, blames, disagrees or warns.",
    Code.INFORMATION: "facts, explanations, decisions, stories of the manager's own.",
    Code.PERSUASION: "argues for the manager's idea: benefits, pressure, appeals, promises, praise that presses.",
    Code.PERMISSION: "asks leave before telling, or hands the choice over.",
    Code.SOCIAL: "greeting, small talk, logistics, thanks for time, words that break off.",
}
"""What each code stands for, in one sentence."""

CASES: Final = (
    "“Have you called them?” is closed_question if the manager wants to know, leading_question if the call is offered as the answer.",
    "“What if you called them?” is leading_question; “What could you try?” is open_question.",
    "“You must be exhausted.” is reflection; “You must send it.” is instruction.",
    "“Why did it slip?” asked plainly is open_question; “Why on earth would you wait?” is leading_question.",
    "“Let's meet on Monday.” is instruction if it is decided, permission if it is offered.",
    "“Good.” after an answer is acknowledgement; “Good, you held the price.” is affirmation.",
    "“Does that make sense?” after telling is closed_question.",
    "A question that expects no answer is what it does, mostly persuasion or criticism.",
)


def meanings() -> str:
    """One line a code."""
    return "\n".join(f"{code.value}: {meaning}" for code, meaning in MEANINGS.items())


def order() -> str:
    """The codes in the order of precedence."""
    return ", ".join(code.value for code in PRECEDENCE)


def cases() -> str:
    """One line a hard case."""
    return "\n".join(CASES)
