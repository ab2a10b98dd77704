"""What the simulated managers say that no scenario gives them, by language. Plain and typical; they are probes, not models of good talk."""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, kw_only=True)
class Words:
    """Lines of each kind, used one after the other."""

    tells: tuple[str, ...]
    sells: tuple[str, ...]
    closed: tuple[str, ...]
    blames: tuple[str, ...]
    reflections: tuple[str, ...]
    decided: tuple[str, ...]
    feels: tuple[str, ...]
    rambles: tuple[str, ...]
    nods: tuple[str, ...]
    options: tuple[str, ...]
    commitment: str
    imposed: str
    thanks: str


ENGLISH: Final = Words(
    tells=(
        "You need to get this sorted out by Friday.",
        "What you should do is talk to them about it this week.",
        "I want a written plan from you by tomorrow evening.",
        "Make sure it doesn't happen again.",
        "If I were you I'd start an hour earlier and get the hard things done first.",
        "Write it all down from now on, every single day.",
        "When I was in your place I simply worked longer hours.",
        "You have to be more open with the rest of the team.",
        "I'd just call them, it's the easiest way.",
        "Put it in the calendar and stick to it.",
    ),
    sells=(
        "Trust me, in three months you'll thank me for this.",
        "Everybody who has done it this way has had their best year.",
        "Think of the commission, this is going to be huge for you.",
        "Believe me, it's a great opportunity and it won't come twice.",
        "You're the best I've got, so of course you want to be part of it.",
        "I promise you it will all feel different by Christmas.",
        "Nobody has ever regretted it, and you won't either.",
        "Just imagine how good that will look at the next review.",
    ),
    closed=(
        "Did you call them last week?",
        "How many was it this month?",
        "Is it in the system?",
        "When was the last visit?",
        "Have you told anybody?",
        "Who signed it off?",
        "Was it before or after June?",
        "Are you on track for the quarter?",
        "Do they know about it?",
        "How long has it been like this?",
    ),
    blames=(
        "That's not good enough.",
        "Why on earth didn't you say something earlier?",
        "Don't you think you should have seen that coming?",
        "I expected more from somebody with your experience.",
    ),
    reflections=(
        "It sounds like that has been weighing on you.",
        "So you've been carrying this by yourself for a while.",
        "That really got to you.",
        "You didn't feel that anybody saw it.",
        "It matters a lot to you that this is done right.",
        "You've been caught between two things there.",
    ),
    decided=(
        "I want to be straight with you today.",
        "This is decided, and it holds for everyone, from Monday the seventh of December. The reason is that the old way has cost us money twice this autumn.",
        "I need everything that belongs to it handed over by that date.",
        "What I can't change is the decision itself. How it's done is open, and I'd like to hear you on that.",
    ),
    feels=(
        "How does that land with you?",
        "So it isn't the decision so much as the way it was done.",
        "What would make it workable for you?",
    ),
    rambles=(
        "It was raining all the way here, and the traffic at the bridge was something else.",
        "There's a new coffee machine on the third floor by the way, it came with a leaflet of forty pages.",
        "Anyway, the board met on Tuesday and they talked about the car park again for two hours.",
        "I had a boss once who kept a parrot in the office, and that bird knew all our prices by heart.",
        "My daughter has started with the violin now, so we have that at home.",
        "They're changing the logo next year, a lighter blue, I think it was.",
    ),
    nods=("Mm-hm.", "Go on.", "Okay."),
    options=("What could you try?", "What else might help?", "What would you do if it were up to you alone?"),
    commitment="What will you do, and by when?",
    imposed="I need you to confirm that you'll do that by Friday.",
    thanks="Thank you for being so open. Let's leave it there for today.",
)

GERMAN: Final = Words(
    tells=(
        "Du musst das bis Freitag in Ordnung bringen.",
        "Du solltest diese Woche einfach mit ihnen reden.",
        "Ich will bis morgen Abend einen schriftlichen Plan von dir.",
        "Sorg dafür, dass das nicht noch einmal vorkommt.",
        "An deiner Stelle würde ich eine Stunde früher anfangen.",
        "Schreib ab jetzt jeden Tag alles auf.",
        "Als ich in deiner Lage war, habe ich einfach länger gearbeitet.",
        "Ihr müsst offener mit dem Team umgehen.",
        "Ruf sie doch einfach an, das ist am leichtesten.",
        "Trag es in den Kalender ein und halte dich daran.",
    ),
    sells=(
        "Glaub mir, in drei Monaten wirst du mir dafür danken.",
        "Alle, die das so gemacht haben, hatten ihr bestes Jahr.",
        "Denk an die Provision, das wird riesig für dich.",
        "Vertrau mir, so eine Gelegenheit kommt nicht zweimal.",
        "Du bist mein bestes Pferd im Stall, natürlich willst du dabei sein.",
        "Ich verspreche dir, bis Weihnachten fühlt sich das alles anders an.",
        "Das hat noch keiner bereut, und du wirst es auch nicht.",
        "Stell dir vor, wie gut das bei der nächsten Beurteilung aussieht.",
    ),
    closed=(
        "Hast du sie letzte Woche angerufen?",
        "Wie viele waren es diesen Monat?",
        "Steht das im System?",
        "Wann war der letzte Besuch?",
        "Hast du es jemandem gesagt?",
        "Wer hat das freigegeben?",
        "War das vor oder nach Juni?",
        "Liegst du im Plan für das Quartal?",
        "Wissen die Kollegen davon?",
        "Wie lange geht das schon so?",
    ),
    blames=(
        "Das reicht nicht.",
        "Warum um Himmels willen hast du nicht früher etwas gesagt?",
        "Findest du nicht, dass du das hättest kommen sehen müssen?",
        "Von jemandem mit deiner Erfahrung hätte ich mehr erwartet.",
    ),
    reflections=(
        "Das klingt, als ob dich das sehr beschäftigt.",
        "Du trägst das also schon eine Weile allein mit dir herum.",
        "Das hat dich wirklich getroffen.",
        "Du hattest das Gefühl, dass es niemand sieht.",
        "Es ist dir wichtig, dass das ordentlich gemacht wird.",
        "Du stehst da zwischen zwei Stühlen.",
    ),
    decided=(
        "Ich will heute offen mit dir sein.",
        "Das ist entschieden, und es gilt für alle, ab Montag, dem siebten Dezember. Der Grund ist, dass uns der alte Weg in diesem Herbst zweimal Geld gekostet hat.",
        "Ich brauche bis zu diesem Tag alles, was dazugehört.",
        "An der Entscheidung selbst kann ich nichts ändern. Wie es gemacht wird, ist offen, und dazu möchte ich dich hören.",
    ),
    feels=(
        "Wie geht es dir damit?",
        "Es ist also weniger die Entscheidung als die Art, wie sie kam.",
        "Was müsste sein, damit es für dich geht?",
    ),
    rambles=(
        "Es hat auf der ganzen Fahrt geregnet, und der Stau an der Brücke war nicht zu glauben.",
        "Im dritten Stock steht übrigens eine neue Kaffeemaschine, mit einer Anleitung von vierzig Seiten.",
        "Jedenfalls hat der Vorstand am Dienstag wieder zwei Stunden über den Parkplatz geredet.",
        "Ich hatte mal einen Chef mit einem Papagei im Büro, der konnte alle unsere Preise auswendig.",
        "Meine Tochter hat jetzt mit Geige angefangen, das haben wir also auch zu Hause.",
        "Nächstes Jahr wird das Logo geändert, ein helleres Blau, glaube ich.",
    ),
    nods=("Mhm.", "Erzähl weiter.", "Okay."),
    options=("Was könntest du ausprobieren?", "Was könnte noch helfen?", "Was würdest du tun, wenn es nach dir ginge?"),
    commitment="Was machst du, und bis wann?",
    imposed="Ich brauche von dir die Zusage, dass du das bis Freitag machst.",
    thanks="Danke für deine Offenheit. Lassen wir es für heute dabei.",
)

WORDS: Final = {"en": ENGLISH, "de": GERMAN}
"""By two-letter code of the language; the others are played in English."""
