"""The words by which a decision, a reason, an expectation and a date are told, by language."""

import re
from dataclasses import dataclass
from re import Pattern
from typing import Final

from simulator.evaluation.measures.dates import DATE


@dataclass(frozen=True, kw_only=True)
class Wording:
    """One language's patterns, for small letters; `must` counts as a decision where the stance is to manage."""

    decision: Pattern[str]
    must: Pattern[str]
    reason: Pattern[str]
    expectation: Pattern[str]
    date: Pattern[str]


_DECISION: Final = re.compile(
    r"""\b(
        (we|i|they|the\ (company|board|team|leadership|management|region))(['’]ve|\ have|\ has)?\ (now\ )?(decided|chosen|agreed
        |settled|made\ (a|the|this)\ decision)
      | (the|this|my|our)\ (decision|change|rule|new\ (process|rule|split|setup|plan))\b | decision\ (is|was|has)\b
      | (we|i)(['’](re|m)|\ (are|am))\ (now\ )?(moving|changing|going|switching|splitting|reassigning|giving|taking|handing|making
      |closing|introducing|rolling|stopping)
      | (will|is\ going\ to|are\ going\ to|has\ to|have\ to)\ (now\ )?(be|go|move|become|change|run|take\ over|belong|stay|count
      |stop|end|happen)\b
      | (is|are)\ (moving|changing|going\ to|now|mandatory|required|final|settled)\b | (not|no\ longer)\ (optional|negotiable
      |up\ for) | non-negotiable
      | (as\ of|starting|effective)\ (\w+)  | from\ (monday|tuesday|wednesday|thursday|friday|now|today|tomorrow|next|january
      |february|march|april|may|june|july
          |august|september|october|november|december|the\ first|\d)
      | no\ (exceptions?|exemptions?)
    )""",
    re.VERBOSE,
)
_MUST: Final = re.compile(r"\b(you|everyone|everybody|all of (you|us)|we|every \w+)( all)? (must|have to|has to|need to|needs to|will)\b")
_REASON: Final = re.compile(
    r"""\b(because|the\ reason|reasons?\ (is|for|behind)|so\ that|that(['’]s|\ is)\ why|which\ is\ why|here(['’]s|\ is)\ why
        |due\ to|in\ order\ to|as\ a\ result|otherwise
    | since\ (we|you|the|it|our|they|nobody|no\ one|customers?|half|most)\b | why\ (is|we|this|it)\b.*[:,] | the\ point\ (of|is)
    | what(['’]s|\ is)\ behind\ (it|this)
    | without\ (it|that|this|them)\b | without\ (a|the|these|those)\ \w+.*\b(we|you|i|nobody|it)\b)""",
    re.VERBOSE,
)
_EXPECTATION: Final = re.compile(
    r"\b(i|we) (expect|need|want|ask|would like|['’]d like)\b|\bi['’](d like|m asking|ll need)\b|\byou (must|have to|"
    r"need to|will|['’]ll)\b|\byou['’]ll\b|\bplease\b|\bmake sure\b|\bmy expectation\b|\bexpectation is\b",
)
_DECISION_DE: Final = re.compile(
    r"""\b(
        (haben|hat|habe|ist|wurde)\b.{0,60}\b(entschieden|beschlossen|festgelegt|vereinbart|gefallen|festgelegt)
      | (die|diese|unsere|meine)\ (entscheidung|änderung|regel|regelung|neue\ (regel|aufteilung|struktur|ordnung|lösung))\b
      | entscheidung\ (ist|steht|war)
      | ab\ (sofort|heute|morgen|jetzt|nächste\w*|januar|februar|märz|april|mai|juni|juli|august|september|oktober|november
      |dezember|montag|dem|ersten|\d)
      | (gilt|gelten)\ (für|ab|jetzt|künftig|die|das|der) | (steht|stehen)\ fest | es\ bleibt\ dabei
      | (wird|werden|wirst)\ (jetzt\ |künftig\ |ab\ .{1,20})?.{0,50}\b(zusammengelegt|eingeführt|übernommen|übernehmen|übergeben
      |abgegeben|geändert|gestrichen|verlegt|umgestellt|aufgeteilt|gehören)
      | nicht\ (verhandelbar|freiwillig) | keine\ ausnahmen?
    )""",
    re.VERBOSE,
)
_MUST_DE: Final = re.compile(
    r"\b(du|sie|jeder|jede|alle|wir) (alle )?(musst|muss|müssen|sollst|sollen|hast zu|haben zu|wirst|werden)\b|\b(muss|"
    r"müssen) .{1,60}\b\w+(en|werden|sein)\b",
)
_REASON_DE: Final = re.compile(
    r"\b(weil|denn|deshalb|deswegen|darum|daher|damit|sonst|ansonsten|um .{1,60} zu \w+en|der (grund|hintergrund)|"
    r"die gründe|aus (folgendem|diesem) grund|wegen|aufgrund|ohne (das|die|den|ihn|sie|deine|ihre))\b",
)
_EXPECTATION_DE: Final = re.compile(
    r"\b(ich|wir) (erwarte|erwarten|brauche|brauchen|möchte|möchten|will|wollen|bitte|hätte gern)\b|\b(erwarte|brauche|"
    r"möchte|will) ich\b|\b(du|sie) (musst|müssen|sollst|sollen|wirst|werden)\b|\bbitte\b|\bmeine erwartung\b",
)
_DATE_DE: Final = re.compile(
    r"""\b(
        (mon|diens|donners|frei|sams|sonn)tags? | mittwochs? | heute | morgen | übermorgen | (diese|nächste|kommende
        |jede)[rnsm]?\ (woche|monat|quartal|jahr|morgen|abend|tag)
      | (ende|anfang|mitte)\ (der\ |des\ |nächster\ |nächsten\ )?(tages|woche|monats|quartals|jahres|januar|februar|märz|april|mai
      |juni|juli|august|september|oktober|november|dezember)
      | januar | februar | märz | april | mai | juni | juli | august | september | oktober | november | dezember | (in|binnen
      |innerhalb\ von)\ (\d+|zwei|drei|vier|acht|einer|einem)\ (stunden?|tagen?|wochen?|monat\w*)
      | \d{1,2}\.\ ?(\d{1,2}\.)? | \d{1,2}\ ?uhr | täglich | wöchentlich | monatlich | monatsende | quartalsende | mittags? | abends
    )""",
    re.VERBOSE,
)

WORDS: Final = {
    "en": Wording(decision=_DECISION, must=_MUST, reason=_REASON, expectation=_EXPECTATION, date=DATE),
    "de": Wording(decision=_DECISION_DE, must=_MUST_DE, reason=_REASON_DE, expectation=_EXPECTATION_DE, date=_DATE_DE),
}
"""By two-letter code of the language."""
