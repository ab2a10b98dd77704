"""Where a new act begins inside a German sentence.

A German comma mostly parts a subordinate clause from its main clause, and in those the verb stands last. So an act is cut off only
where the verb stands where a question, an order or a main clause has it: "Ich verstehe, was du meinst" is one act, "Gut, was meinst
du?" are two.
"""

import re
from typing import Final

from simulator.evaluation.labelling.segmenting import Marks

_FINITE: Final = (
    r"(?:bin|ist|sind|war|waren|wäre|wären|bist|hast|haben|hat|hatte|hattest|hatten|hätte|hättest|hätten|kannst|können|kann|"
    r"könnte|könntest|könnten|willst|wollen|will|möchtest|möchten|"
    r"musst|müssen|muss|müsste|müsstest|sollst|sollen|soll|sollte|solltest|sollten|darf|wird|wirst|werden|würde|würdest|"
    r"würden|machst|machen|macht|siehst|sehen|denkst|denken|meinst|meinen|glaubst|glauben|"
    r"brauchst|brauchen|braucht|bräuchtest|weißt|wissen|passiert|passierte|hält|hindert|fehlt|steckt|gibt|geht|ging|kommt|"
    r"kam|heißt|läuft|lief|spricht|hilft|stört|sagst|sagen|sagt|findest|finden|fühlst|fühlen|schlägst|schlagen|nimmst|"
    r"nehmen|steht|liegt|bedeutet)"
)
_ASKS: Final = (
    r"(?:was|wie|warum|wieso|weshalb|wozu|woran|womit|wofür|wovon|worum|worauf|wann|wo|wer|wen|wem|wohin|inwiefern|bis wann|"
    rf"seit wann|was genau|welche\w* \w+|wie (?:viel|lange|oft|sicher|genau)(?: \w+)?)\s+{_FINITE}\b"
    rf"|{_FINITE}\s+(?:du|sie|ihr|wir|ich|es|das|er|man|dir|ihnen)\b(?=[^.!,]*\?)"
    r"|erzähl\w*\b|beschreib\w*\b|schilder\w*\b|sag(?:en sie)? (?:mir|mal)\b"
)
_TELLS: Final = (
    r"(?:du|sie) (?:musst|müssen|solltest|sollten|könntest|könnten|sollst|sollen|hast zu|haben zu)\b|ich (?:würde|will|"
    r"möchte|erwarte|brauche|rate|empfehle|schlage)\b|vielleicht (?:solltest|sollten|könntest|könnten)\b"
    r"|(?:glaub|vertrau)(?:en sie)? mir\b|(?:bitte )?(?:ruf|schick|schreib|geh|mach|nimm|gib|frag|red|sprich|stell|setz|leg|"
    r"bring|komm|fahr|trag|meld|prüf|lass uns|lassen sie uns|rufen sie|schicken sie|schreiben sie|"
    r"gehen sie|machen sie|nehmen sie|geben sie|fragen sie|reden sie|sprechen sie|stellen sie|bringen sie|kommen sie|"
    r"fahren sie|tragen sie|melden sie|prüfen sie)\b"
)
_LISTENS: Final = (
    r"(?:das|es) (?:klingt|hört sich)\b|ich verstehe\b(?!,? (?:dass|was|warum|wie))|danke\b|ich (?:höre|merke|spüre)\b|"
    r"(?:du|sie) (?:bist|klingst|klingen|wirkst|wirken|fühlst|fühlen)\b"
)
_JOIN: Final = r"(?:und|aber|also|dann|oder|denn|doch|jetzt|nun|okay|gut|trotzdem|deshalb)"
_SUBORDINATE: Final = (
    r"(?:wenn|falls|weil|da|dass|ob|als|nachdem|bevor|obwohl|sobald|solange|seit|während|damit|auf einer skala|"
    r"mal angenommen|angenommen|nehmen wir an|wenn's)"
)

GERMAN: Final = Marks(
    language="de",
    acts=(
        re.compile(rf"[,;:–—]\s+(?=(?:{_JOIN}\s+){{0,3}}(?:{_ASKS}|{_TELLS}|{_LISTENS}))|;\s+", re.IGNORECASE),
        re.compile(rf"(?<!\s)\s+-+\s+(?=(?:{_JOIN}\s+){{0,3}}(?:{_ASKS}|{_TELLS}|{_LISTENS}))", re.IGNORECASE),
        re.compile(rf"\s(?=(?:und|aber)\s+(?:{_JOIN}\s+){{0,2}}(?:{_TELLS}|(?:was|wie|wann|warum|wo)\s+{_FINITE}\b))", re.IGNORECASE),
    ),
    unmarked=re.compile(rf"\s(?=(?:was|wie|warum|wann|wo)\s+{_FINITE}\s+(?:du|sie|wir|es|das)\b)", re.IGNORECASE),
    embeds=re.compile(r"(?:\b(?:und|aber|also|dann|ja|okay|gut|so|na|weißt|sag|mal)\s*)$", re.IGNORECASE),
    hangs=(
        re.compile(
            r"(?:(?:also|na|ja|nein|nee|gut|okay|ok|so|nun|jetzt|schau|schauen sie|hör mal|hören sie|sag mal|sagen sie mal|und|aber|"
            r"äh+m?|ach|hm+|mhm|tja|naja|na ja|na gut|dann|oder|weißt du|wissen sie|ehrlich gesagt|prima|schön|klar|genau|danke|"
            r"bitte)\b[\s,.–—-]*)+",
            re.IGNORECASE,
        ),
        re.compile(rf"{_SUBORDINATE}\b.*", re.IGNORECASE),
        re.compile(
            r"(?:aus (?:deiner|ihrer|seiner) sicht|von (?:dir|ihnen) aus|für (?:dich|sie|mich)|übrigens|noch etwas|eine frage|"
            r"wenn ich fragen darf|beim nächsten mal)[\s,:]*",
            re.IGNORECASE,
        ),
    ),
    tag=re.compile(
        r"(?:oder|nicht|nicht wahr|ne|nee|gell|ja|nein|okay|ok|richtig|stimmt's|stimmt das|ist das so|ist das richtig|"
        r"einverstanden|klar|verstanden|habe ich das (?:richtig verstanden|recht verstanden)|hab ich das richtig verstanden|"
        r"oder nicht|weißt du|wissen sie)\s*\?+\s*",
        re.IGNORECASE,
    ),
)
