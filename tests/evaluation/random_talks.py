"""Talks put together at random from plausible words, coded as they were meant, with a rep's state that fits them, or nearly."""

from collections.abc import Iterator, Mapping, Sequence
from random import Random
from typing import Final

from simulator.codes import Code
from simulator.evaluation.case import Case
from simulator.scenario.model import Scenario, Stance
from simulator.state import Commitment, Disclosure, How, IdeaOnTable, Owner, Promise, RepState
from tests.evaluation.talks import Said, case
from tests.evaluation.talks_in import UNREAD
from tests.scenarios_for_tests import make_scenario

Pool = Mapping[Code, Sequence[str]]

ENGLISH: Final[Pool] = {
    Code.OPEN_QUESTION: (
        "What happens to a quote once you have sent it in?", "What makes you check them so much?", "How did the buyer at Bexley take it?",
        "What could you try?", "What will you do, and by when?", "Why?", "And then?", "What does that mean for you?", "Tell me more.",
    ),
    Code.CLOSED_QUESTION: ("Did you ask her?", "Is it in the system?", "By when?", "Have they signed?", "Will you do it this week?"),
    Code.REFLECTION: ("You wait for others a lot.", "It weighs on you.", "So spring stays with you.", "You check every figure at night."),
    Code.SUMMARY: ("So the desk is slow, and you check everything twice.", "You could ask Lena, and you would start on Thursday."),
    Code.AFFIRMATION: ("That took courage to say.", "Thank you for being so open."),
    Code.ACKNOWLEDGEMENT: ("I see.", "Right.", "Mm-hm."),
    Code.INSTRUCTION: (
        "Send me the list by Friday.", "From Monday you have to use the form.", "I need you to log every quote by the end of the week.",
    ),
    Code.ADVICE: ("You should let Lena check your figures.", "If I were you I'd ring Bexley.", "You could keep a price list."),
    Code.LEADING_QUESTION: ("Have you thought about calling Bexley?", "Don't you think a list would help?"),
    Code.CRITICISM: ("That's not good enough.", "Your quotes are always late.", "You dropped the ball there."),
    Code.INFORMATION: (
        "It is decided that every quote goes through the form from Monday.", "The reason is that two customers got different prices.",
        "The region closed at 78 percent.", "When I was in your place I worked longer hours.",
    ),
    Code.PERSUASION: ("Trust me, it will save you two days a week.", "Everybody who does it makes club."),
    Code.PERMISSION: ("Can I offer a thought?", "It's your call."),
    Code.SOCIAL: ("Morning.", "How was the drive?"),
}  # fmt: skip
GERMAN: Final[Pool] = {
    Code.OPEN_QUESTION: (
        "Was passiert mit einem Angebot, wenn du es abgeschickt hast?",
        "Was könntest du tun?",
        "Was machst du, und bis wann?",
        "Warum?",
    ),
    Code.CLOSED_QUESTION: ("Hast du sie gefragt?", "Steht das im System?", "Bis wann?"),
    Code.REFLECTION: ("Du wartest also viel auf andere.", "Das belastet dich."),
    Code.SUMMARY: ("Der Einkauf ist also langsam, und du prüfst alles zweimal.",),
    Code.AFFIRMATION: ("Danke für deine Offenheit.",),
    Code.ACKNOWLEDGEMENT: ("Ich verstehe.", "Mhm."),
    Code.INSTRUCTION: ("Schick mir die Liste bis Freitag.", "Ab Montag musst du das Formular benutzen."),
    Code.ADVICE: ("Du solltest Lena deine Zahlen prüfen lassen.", "An deiner Stelle würde ich dort anrufen."),
    Code.LEADING_QUESTION: ("Meinst du nicht, dass eine Liste helfen würde?",),
    Code.CRITICISM: ("Das reicht nicht.", "Deine Angebote kommen immer zu spät."),
    Code.INFORMATION: (
        "Es ist entschieden, dass ab Montag alles über das Formular läuft.",
        "Der Grund ist, dass zwei Kunden andere Preise hatten.",
    ),
    Code.PERSUASION: ("Glaub mir, das spart dir zwei Tage in der Woche.",),
    Code.PERMISSION: ("Darf ich etwas vorschlagen?",),
    Code.SOCIAL: ("Guten Morgen.",),
}
REP: Final = {
    "en": (
        "The pricing desk answers only twice a week.", "I check everything twice since spring.", "Honestly, I'm just tired of it all.",
        "I'm not sure it would help.", "It's fine, but nobody asked me.", "I could keep a price list.", "It's good, but it won't last.",
        "I'll ask Lena today, and we start on Thursday.",
        "Right.", "No.", "Thank you, I'm glad we talked.", "I'd rather not go into that.", "Fine. I'll have it done.",
    ),
    "de": (
        "Der Einkauf antwortet nur zweimal in der Woche.", "Seit dem Frühjahr prüfe ich alles doppelt.", "Ich habe die Nase voll davon.",
        "Ich weiß nicht, ob das hilft.", "Ich könnte eine Preisliste führen.", "Ich frage Lena heute, und wir fangen am Donnerstag an.",
        "Gut.", "Nein.", "Danke, das freut mich.", "Lassen wir das lieber.",
    ),
}  # fmt: skip
MANNERS: Final[tuple[dict[Code, float], ...]] = (
    dict.fromkeys(Code, 1.0),
    {Code.OPEN_QUESTION: 5, Code.REFLECTION: 4, Code.SUMMARY: 1, Code.AFFIRMATION: 1, Code.ACKNOWLEDGEMENT: 1},
    {Code.ADVICE: 3, Code.INSTRUCTION: 3, Code.CRITICISM: 2, Code.PERSUASION: 2, Code.LEADING_QUESTION: 2, Code.INFORMATION: 2},
    {Code.OPEN_QUESTION: 1},
    {Code.CLOSED_QUESTION: 4, Code.ACKNOWLEDGEMENT: 2, Code.INFORMATION: 1},
    {Code.INFORMATION: 3, Code.INSTRUCTION: 2, Code.OPEN_QUESTION: 2, Code.REFLECTION: 2, Code.CRITICISM: 1},
    {Code.ACKNOWLEDGEMENT: 3, Code.SOCIAL: 1, Code.REFLECTION: 1},
    {Code.AFFIRMATION: 2, Code.ADVICE: 1, Code.ACKNOWLEDGEMENT: 2},
)
"""How managers can be: which codes they prefer, and by how much."""
SCENARIOS: Final = {
    (stance, language): make_scenario(stance=stance.value, language=language) for stance in Stance for language in ("en", "de", "es")
}


def talks(count: int) -> Iterator[Case]:
    """So many talks, each the same every time: in every stance and in none, in English, German, or a language that no rules read."""
    for seed in range(count):
        yield _talk(Random(seed))


def _talk(chance: Random) -> Case:
    stance = chance.choice([None, *Stance, *Stance])
    language = chance.choice(["en"] * 6 + ["de"] * 3 + ["es"])
    spanish = [one for exchange in UNREAD["es"] for one in exchange[1:]]
    pool: Pool = {"en": ENGLISH, "de": GERMAN}.get(language) or dict.fromkeys(Code, spanish)
    rep = REP.get(language) or [exchange[0] for exchange in UNREAD["es"]]
    manner = chance.choice(MANNERS)
    turns: list[str | Sequence[Said]] = [chance.choice(rep)]
    for _ in range(chance.randint(1, 14)):
        codes = chance.choices(list(manner), list(manner.values()), k=chance.choice([1, 1, 2, 2, 3, 5]))
        turns += [[(chance.choice(pool[code]), code) for code in codes], chance.choice(rep)]
    if chance.random() < 0.2:
        turns.pop()
    scenario = SCENARIOS[stance, language] if stance else None
    return case(*turns, scenario=scenario, state=_state(chance, scenario, len(turns)) if scenario else None)


def _state(chance: Random, scenario: Scenario, length: int) -> RepState | None:
    """Where such a talk may have left the rep; now and then a turn is not one of theirs, as in a talk that was changed by hand."""

    def turn(*, rep: bool = True) -> int:
        numbers = [number for number in range(2, length + 1) if (number % 2 == 1) is rep]
        return chance.choice(numbers or [99]) if chance.random() < 0.9 else chance.randint(1, length + 3)

    if chance.random() < 0.05:
        return None
    facts = chance.sample([fact.id for fact in scenario.facts], chance.randint(0, len(scenario.facts)))
    ideas = [
        IdeaOnTable(idea=name, owner=owner, turn=turn(rep=owner is Owner.REP))
        for name in chance.sample(["", *(idea.id for idea in scenario.ideas)], chance.randint(0, 3))
        for owner in [Owner.MANAGER if not name else chance.choice(list(Owner))]
    ]
    promise = Commitment(kind=chance.choice(list(Promise)), turn=turn(), what="Swap figures with Lena", when="Thursday")
    return RepState(
        openness=chance.random(),
        turns=length // 2,
        disclosed=tuple(Disclosure(fact=fact, turn=turn(), how=chance.choice(list(How))) for fact in facts),
        ideas=tuple(ideas),
        commitment=promise if chance.random() < 0.5 else None,
    )
