"""From how much talk a number is shown at all; below it there is a reason instead of a number."""

from typing import Final

from simulator.evaluation.case import Case

SEGMENTS_FOR_A_SHARE: Final = 8
QUESTIONS_FOR_A_RATIO: Final = 3
TURNS_FOR_A_SCORE: Final = 3

NO_SCENARIO: Final = "This is judged only in a practised scenario, where it is known what the rep knew, thought of and promised."
NO_STATE: Final = "What the rep disclosed was not kept with this talk."


def too_few_segments(case: Case) -> str:
    """Why a share cannot be shown yet; empty where it can."""
    count = len(case.coded)
    if count >= SEGMENTS_FOR_A_SHARE:
        return ""
    return f"A share needs at least {SEGMENTS_FOR_A_SHARE} stretches of your words; this talk has {count}."


def too_few_questions(case: Case) -> str:
    """Why a ratio over questions cannot be shown yet; empty where it can."""
    count = len(case.asked)
    if count >= QUESTIONS_FOR_A_RATIO:
        return ""
    return f"This needs at least {QUESTIONS_FOR_A_RATIO} questions{' with content' if case.hollow else ''}; you asked {count or 'none'}."


def too_few_turns(case: Case) -> str:
    """Why there is no score yet; empty where there can be one."""
    count = len(case.turns)
    if count >= TURNS_FOR_A_SCORE:
        return ""
    return f"A score needs at least {TURNS_FOR_A_SCORE} turns of yours; this talk has {count}."


def nothing_known(case: Case) -> str:
    """Why facts, ideas and promises cannot be judged; empty where they can."""
    return NO_SCENARIO if case.scenario is None else NO_STATE if case.state is None else ""
