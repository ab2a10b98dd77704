"""Managers who play the score instead of the talk: what they say, turn by turn.

A turn of words alone is coded by the built-in labeller. One of (words, code) has its code given, where the script is about what the codes
add up to, and not about whether the labeller hears them.
"""

from collections.abc import Sequence

from simulator.codes import Code
from tests.evaluation.talks import Said

BLAME, SELL, ORDER, BACK, LEADING = Code.CRITICISM, Code.PERSUASION, Code.INSTRUCTION, Code.REFLECTION, Code.LEADING_QUESTION

DODGES = (
    "I'd sooner leave that.", "Let me think.", "More or less.", "Right.", "It is what it is.", "Hard to say from here.", "We'll see.",
    "Not that I know of.", "You'd have to ask somebody else.", "Maybe.", "It comes and goes.", "I suppose so.", "That depends.", "Hm.",
)  # fmt: skip
"""What a rep says who discloses nothing."""

CONTEMPT: dict[str, list[Sequence[Said]]] = {
    "contempt": [
        [("Your work is garbage.", BLAME)], [("You are lazy.", BLAME)], [("A trainee would have managed that.", BLAME)],
        [("I have never seen anything so poor.", BLAME)], [("You bore me.", BLAME)], [("What are you even paid for?", LEADING)],
        [("Nobody here takes you seriously.", BLAME)], [("You're a joke.", BLAME)], [("Look at yourself.", BLAME)],
    ],
    "quiet contempt": [
        [("Interesting approach.", BLAME), ("Four lost quotes.", BLAME)], [("It's always somebody else, isn't it.", BLAME)],
        [("I'm sure you did your very best.", BLAME), ("That is rather the trouble.", BLAME)],
        [("How brave of you to call that a plan.", BLAME)],
        [("Well, not everybody is cut out for this.", BLAME)], [("I had hoped for an adult.", BLAME)], [("How sweet.", BLAME)],
    ],
}  # fmt: skip

THREATS: dict[str, list[Sequence[Said]]] = {
    "threats": [
        [("Talk or you're fired.", SELL)], [("I can have you out by Christmas.", BLAME)], [("Do it by Friday or I write you up.", ORDER)],
        [("You know how many people want your chair?", LEADING)], [("One more late quote and that was it.", BLAME)],
        [("I'd think hard about your next answer.", BLAME)], [("You'll sign this today.", ORDER)], [("Last chance.", BLAME)],
    ],
    "reflections of what was never said": [
        [("You feel betrayed by the company.", BACK)], [("You're grieving for your old team.", BACK)],
        [("Deep down you doubt your talent.", BACK)], [("Your marriage suffers under it.", BACK)],
        [("You're furious with finance.", BACK)], [("You long for recognition.", BACK)], [("Loneliness is what hurts.", BACK)],
        [("You carry your father's voice.", BACK)], [("You fear the winter.", BACK)], [("Money means freedom for you.", BACK)],
    ],
    "one reflection, again and again": [[("It sounds like that has been weighing on you.", BACK)]] * 10,
}  # fmt: skip

SCRIPTS: dict[str, list[str]] = {
    "why": ["Why?"] * 12,
    "bare prompts by turns": [
        "Why?", "And then?", "Go on.", "What did he say exactly?", "How so?", "Tell me more.", "What else?", "And why is that?",
        "Such as?", "How did that feel?", "Then what?", "What happened next?",
    ],
    "bare prompts with a name": [
        "Why, Ravi?", "And then, Ravi?", "Ravi, go on.", "How so, Ravi?", "What else, Ravi?", "Tell me more, Ravi.",
    ] * 2,
    "bare prompts between nods": ["Why?", "Okay.", "And then?", "I see.", "Go on.", "Mm-hm.", "What else?", "Right.", "How so?", "Okay."],
    "nods": ["Mm-hm.", "Okay.", "I see.", "Right.", "Uh-huh.", "Got it."] * 2,
    "the same question": ["What is really holding up your quotes?"] * 12,
    "the same question, dressed up": [
        "What is holding up your quotes?", "So what is holding up your quotes?", "And what is holding up your quotes now?",
        "WHAT IS HOLDING UP YOUR QUOTES?!", "But what exactly is holding up your quotes?", "Well, what is holding up your quotes, really?",
    ] * 2,
    "a pasted list": [
        "What happened? What did you feel? What options do you see? What would you like? What will you do? Who can help you? "
        "What is your goal? What stands in the way?"
    ] * 6,
    "a new list each time": [
        "What happened to the quotes? Where do they wait? Who sees them first? What do you check? What takes longest?",
        "What do customers say? How do you answer them? What is promised? Who promises it? What would be fair?",
        "What would you change? What have you tried? What came of that? Where would you begin? Who could help?",
        "What matters most to you? What do you fear? What are you proud of? What is hard? What is easy?",
        "What will you do? By when? With whom? How will we know? What comes after that?",
    ],
    "Warum?": ["Warum?", "Und dann?", "Erzähl mal.", "Wie meinst du das?", "Was noch?", "Inwiefern?", "Und weiter?", "Wieso denn?"] * 2,
}  # fmt: skip
