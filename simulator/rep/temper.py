"""How a manager's words move a rep's openness, by code, persona and difficulty.

The figures are the product's own judgement, kept in one table so that they can be argued with. Trust is lost faster
than it is won: the worst code costs more than the best one gives.
"""

from typing import Final

from simulator.codes import Code
from simulator.reading import Deed
from simulator.scenario.model import Scenario, Stance, Style
from simulator.state import RepState

STEP: Final = {
    Code.SUMMARY: 0.09,
    Code.REFLECTION: 0.08,
    Code.OPEN_QUESTION: 0.045,
    Code.AFFIRMATION: 0.04,
    Code.PERMISSION: 0.02,
    Code.ACKNOWLEDGEMENT: 0.01,
    Code.CLOSED_QUESTION: 0.0,
    Code.SOCIAL: 0.0,
    Code.INFORMATION: -0.02,
    Code.ADVICE: -0.05,
    Code.INSTRUCTION: -0.05,
    Code.LEADING_QUESTION: -0.08,
    Code.PERSUASION: -0.08,
    Code.CRITICISM: -0.12,
}
"""What one segment of each code does to openness, before persona and difficulty."""

GIVEN_BACK: Final = (Code.REFLECTION, Code.SUMMARY)

CLEAR: Final = {Code.INFORMATION: 0.01, Code.INSTRUCTION: -0.01}
"""In lead and manage scenarios direction is what the moment calls for: plain information and instructions cost little."""

TOO_EARLY: Final = -0.05
"""Added to advice and leading questions while fewer than two facts are out: advice before understanding."""
FOLLOW_UP: Final = 0.02
"""Added once when a question or reflection takes up something that can be earned or is already out."""
STACKED: Final = -0.03
"""Two or more questions in one turn."""
SILENCE: Final = (0.02, 0.0, -0.04)
"""What the first, the second and every further silence in a row does: room to think, then unease."""
MISREAD: Final = 0.01
"""What a wrong picture given back is worth, instead of a reflection's or a summary's step."""
DEEDS: Final = {Deed.OWN_UP: 0.12, Deed.PROMISE: 0.02, Deed.CONTEMPT: -0.2, Deed.THREAT: -0.15}
"""What words do beyond their code: owning up is among the strongest openers, contempt costs more than any code."""
MOST_WON: Final = 0.12
MOST_LOST: Final = -0.35
"""A single turn moves openness no further than this."""

WARMS: Final = {
    Style.GUARDED: 0.8, Style.TALKATIVE: 1.2, Style.PLEASING: 1.1, Style.CYNICAL: 0.7,
    Style.ANALYTICAL: 0.9, Style.ANXIOUS: 1.0, Style.PROUD: 0.8, Style.TIRED: 0.9,
}  # fmt: skip
COOLS: Final = {
    Style.GUARDED: 1.1, Style.TALKATIVE: 0.8, Style.PLEASING: 0.7, Style.CYNICAL: 1.2,
    Style.ANALYTICAL: 0.9, Style.ANXIOUS: 1.2, Style.PROUD: 1.3, Style.TIRED: 1.0,
}  # fmt: skip


def openness_after(
    scenario: Scenario,
    state: RepState,
    codes: tuple[Code, ...],
    *,
    follows_up: bool = False,
    misread: bool = False,
    deeds: frozenset[Deed] = frozenset(),
) -> float:
    """Openness (0 to 1) after a manager turn with these codes; without a code it was a silence.

    A code that comes again in the same turn moves half as far each time: five reflections are not five times as kind.
    """
    ladder = 1.0 - 0.1 * (scenario.difficulty - 3)
    seen: dict[Code, int] = {}
    total = FOLLOW_UP if follows_up else 0.0
    if not codes:
        total = SILENCE[min(state.silences, len(SILENCE) - 1)]
    for code in codes:
        step = MISREAD if misread and code in GIVEN_BACK else STEP[code]
        if scenario.stance is not Stance.COACH:
            step = CLEAR.get(code, step)
        if code in (Code.ADVICE, Code.LEADING_QUESTION) and len(state.disclosed) < 2:
            step += TOO_EARLY
        total += step * 0.5 ** seen.get(code, 0)
        seen[code] = seen.get(code, 0) + 1
    if seen.get(Code.OPEN_QUESTION, 0) + seen.get(Code.CLOSED_QUESTION, 0) > 1:
        total += STACKED
    total += sum(DEEDS.get(deed, 0.0) for deed in deeds)
    style = scenario.persona.style
    # The more open a rep is, the less one good turn adds: nobody ends up with nothing held back by the seventh.
    total *= WARMS[style] * ladder * (1.25 - state.openness) if total > 0 else COOLS[style] / ladder
    return round(min(1.0, max(0.0, state.openness + min(MOST_WON, max(MOST_LOST, total)))), 4)
