"""Questions that name no topic and farewells, by language: what could be done, what will be done, goodbye."""

from typing import Final

STANDING_CUES: Final[dict[str, dict[str, tuple[str, ...]]]] = {
    "en": {
        "options": (
            "What could you try?",
            "How would you like to go about it?",
            "What options do you see?",
            "How would you like to handle it?",
            "What ideas do you have?",
            "What would you do if it were up to you?",
            "What might help?",
            "What would make it work for you?",
            "What do you think we should do?",
            "How could you fix this?",
        ),
        "commitment": (
            "What will you do, and by when?",
            "What is your next step?",
            "When will you do that?",
            "What are you going to do first?",
            "Which of these will you start with?",
            "Can I count on you to do that by Friday?",
            "So what are you committing to?",
            "Will you do it this week?",
            "What will you take away from this talk?",
            "How and when shall we check on it?",
        ),
        "goodbye": (
            "Thanks, let's leave it there for today.",
            "Good talk. See you on Thursday.",
            "I have to run to my next meeting. Bye.",
            "Thank you for your time, talk soon.",
            "Okay, let's stop here.",
            "Thanks, bye.",
        ),
    },
    "de": {
        "options": (
            "Was könntest du ausprobieren?",
            "Wie würdest du es gern angehen?",
            "Welche Möglichkeiten siehst du?",
            "Welche Ideen hast du?",
            "Was würdest du tun, wenn es nach dir ginge?",
            "Was könnte helfen?",
            "Was müsste anders sein, damit es für dich klappt?",
            "Was meinst du, sollten wir tun?",
            "Wie könnten Sie das lösen?",
            "Was schlagen Sie vor?",
        ),
        "commitment": (
            "Was machst du, und bis wann?",
            "Was ist dein nächster Schritt?",
            "Wann machst du das?",
            "Womit fängst du an?",
            "Kann ich mich darauf verlassen, dass du das bis Freitag machst?",
            "Was nimmst du dir also vor?",
            "Machst du das diese Woche?",
            "Was nimmst du aus unserem Gespräch mit?",
            "Wie und wann schauen wir noch einmal darauf?",
            "Was tun Sie als Erstes, und bis wann?",
        ),
        "goodbye": (
            "Danke, lassen wir es für heute dabei.",
            "Gutes Gespräch. Bis Donnerstag.",
            "Ich muss in den nächsten Termin. Tschüss.",
            "Danke für deine Zeit, bis bald.",
            "Gut, dann machen wir hier Schluss.",
            "Danke, tschüss.",
        ),
    },
}
"""By two-letter code of the language and kind; a language that is not here is matched by the English ones."""
