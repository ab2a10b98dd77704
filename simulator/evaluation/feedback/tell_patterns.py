"""How managers tell, in English: each pattern finds one way of saying it and names the phrase that matters.

The name of the group says in which form the phrase stands there: `base` "call them", `ing` "calling them", `past`
"called them", `thing` "a pilot", `mine` "call my contact" of an "I would", `known` a base form that must be a known verb;
two names in one leave it open between the two.
"""

from enum import StrEnum
from typing import Final


class Aim(StrEnum):
    """What the tell does with its phrase."""

    DO = "do"
    STOP = "stop"
    MISSED = "missed"
    THING = "thing"
    GAIN = "gain"
    MATTER = "matter"


Patterns = tuple[tuple[Aim, str], ...]
_ADVERBS: Final = (
    r"(?:(?:just|really|also|simply|probably|definitely|maybe|perhaps|always|now|then|still|at least|first|actually|"
    r"seriously|instead|honestly|even|immediately|already)\s+)*"
)
MISSED: Final[Patterns] = (
    (Aim.MISSED, rf"\byou (?:really |just )?(?:should|could|ought to|might)(?:['’]ve| have) {_ADVERBS}(?P<past>.+)"),
    (Aim.MISSED, rf"\byou (?:still )?(?:haven['’]t|have not|have never|never|['’]ve never) {_ADVERBS}(?P<pastorbase>.+)"),
    (
        Aim.MISSED,
        r"\byou (?:still )?(?:didn['’]t|did not|don['’]t|do not|forgot to|failed to|refuse to|can['’]t seem to|"
        rf"won['’]t)(?: ever| even)? {_ADVERBS}(?!want|like|need|think|have to|know|seem|understand|agree|mind)(?P<base>.+)",
    ),
    (Aim.MISSED, rf"\b(?:couldn['’]t|shouldn['’]t|could|should) you (?:not )?have {_ADVERBS}(?P<past>.+)"),
    (Aim.MISSED, rf"\bwhy (?:didn['’]t|haven['’]t|did you not|wouldn['’]t|on earth didn['’]t) ?(?:you)? {_ADVERBS}(?P<pastorbase>.+)"),
)
STOP: Final[Patterns] = (
    (
        Aim.STOP,
        r"\b(?:stop|quit|enough of|you can['’]t keep|you cannot keep|you keep|you['’]re always|you are always|you['’]re still|"
        rf"no more|avoid) {_ADVERBS}(?P<ing>\w+ing\b.*)",
    ),
    (
        Aim.STOP,
        r"\b(?:you (?:shouldn['’]t|should not|can['’]t|cannot|mustn['’]t|must not)|(?:i|i['’]d|i would) (?:wouldn['’]t|not)|"
        rf"i wouldn['’]t|why on earth would you|why would you|we can['’]t) {_ADVERBS}(?P<base>.+)",
    ),
    (Aim.STOP, r"\byou (?:always|constantly|forever|only ever) (?P<known>.+)"),
    (Aim.STOP, rf"\b(?:i['’]d|i would|let['’]s) {_ADVERBS}(?:never|not) (?P<base>.+)"),
    (Aim.STOP, rf"^(?:please )?(?:don['’]t|do not|never) {_ADVERBS}(?P<base>.+)"),
)
DO: Final[Patterns] = (
    (
        Aim.DO,
        r"\b(?:(?:what|all) (?:you|we|i)(?:['’]d| should| could| would| can)? (?:(?:need|have|ought|"
        r"want) to )?(?:really )?do (?:here |now )?is|(?:my|one|the) (?:suggestion|idea|advice|recommendation|proposal|tip|"
        rf"thought)(?: here)? (?:is|would be)) (?:to |that you )?{_ADVERBS}(?P<baseoring>.+)",
    ),
    (Aim.DO, rf"\bi(?:['’]d| would) say (?:that )?you {_ADVERBS}(?P<base>.+)"),
    (
        Aim.DO,
        r"\bit(?:['’]d| would| might| may| could) (?:help|be (?:better|best|good|smart|wise|great|helpful|useful|worth|"
        rf"an idea))(?: if you| to)? {_ADVERBS}(?P<baseoring>.+)",
    ),
    (
        Aim.DO,
        r"\b(?:why don['’]t you|don['’]t you think (?:that )?(?:you|we) (?:should|could|ought to|need to)|wouldn['’]t it (?:be|"
        r"make) (?:better|easier|smarter|best|good|sense|more sense|wiser)(?: for you)? (?:to|if you)|wouldn['’]t it help (?:to|"
        r"if you)|shouldn['’]t (?:you|we)|couldn['’]t you|can['’]t you|can you not|could you not|"
        rf"would(?:n['’]t)? you (?:not )?(?:want to|rather|be better off)) {_ADVERBS}(?P<baseorpast>.+)",
    ),
    (
        Aim.DO,
        rf"\b(?:(?:have|did|haven['’]t) you )?(?:ever |even )?(?:tried|thought of|thought about|considered) {_ADVERBS}(?P<ingorthing>.+)",
    ),
    (
        Aim.DO,
        r"\b(?:have|did|haven['’]t) you (?:ever |even )?(?:try|tried|thought of|thought about|consider|considered|think of|"
        rf"think about) {_ADVERBS}(?P<ingorthing>.+)",
    ),
    (Aim.DO, rf"\bwhy not {_ADVERBS}(?P<base>.+)"),
    (Aim.DO, rf"\b(?:what|how) about (?:if )?(?:you|we) {_ADVERBS}(?P<pastorbase>.+)"),
    (Aim.DO, rf"\b(?:what|how) about (?:if you )?{_ADVERBS}(?P<ingorthing>.+)"),
    (Aim.DO, rf"\bwhat if (?:you|we) (?:were to |could |just )?{_ADVERBS}(?P<pastorbase>.+)"),
    (Aim.DO, rf"\b(?:have you|haven['’]t you) {_ADVERBS}(?P<past>.+)"),
    (Aim.DO, rf"\bdid you (?:at least |even )?{_ADVERBS}(?P<base>.+)"),
    (
        Aim.DO,
        r"\b(?:i|we) (?:really )?(?:need|want|expect|would like|['’]d like|would ask|am asking|advise|encourage|"
        rf"urge) (?:\w+, )?you (?:all )?to {_ADVERBS}(?P<base>.+)",
    ),
    (Aim.DO, rf"\b(?:i['’]m|i am|we['’]re) going to (?:need|ask) you to {_ADVERBS}(?P<base>.+)"),
    (Aim.DO, rf"\bi['’](?:d like|m asking|ll need|d want|d advise|d encourage) you to {_ADVERBS}(?P<base>.+)"),
    (Aim.DO, rf"\bi (?:suggest|recommend|propose|['’]d suggest|would suggest|would recommend) (?:that )?you {_ADVERBS}(?P<base>.+)"),
    (Aim.DO, rf"\bi(?:['’]d| would)? (?:suggest|recommend|propose) {_ADVERBS}(?P<ingorthing>.+)"),
    (Aim.DO, rf"\b(?:you|we)(?:['’]d| had| would)? (?:better|be better off) {_ADVERBS}(?P<baseoring>.+)"),
    (
        Aim.DO,
        rf"\b(?:you|we|one) {_ADVERBS}(?:should|could|can|must|might|may|ought to|have to|['’]ve got to|have got to|got to|gotta|"
        r"need to|needs to|will have to|['’]ll have to|will need to|want to|might want to|may want to|"
        rf"will want to) {_ADVERBS}(?:want to |need to )?(?P<base>.+)",
    ),
    (Aim.DO, rf"\b(?:you|we)['’](?:ve got to|ll have to|ll need to|ll want to) {_ADVERBS}(?P<base>.+)"),
    (Aim.DO, rf"\bif i (?:were|was) you,? (?:i['’]d|i would) {_ADVERBS}(?P<mine>.+)"),
    (
        Aim.DO,
        r"\bi(?:['’]d| would) (?!like\b|love\b|say\b|be\b|have\b|think\b|never\b|not\b|suggest\b|recommend\b|guess\b|argue\b|"
        rf"rather\b) ?{_ADVERBS}(?P<mine>.+)",
    ),
    (Aim.DO, rf"\b(?:make sure|ensure|see to it)(?: that)? you {_ADVERBS}(?P<base>.+)"),
    (
        Aim.DO,
        r"\b(?:make sure|be sure|remember|try|don['’]t forget|start|begin by|the (?:best|only|first|smart|right|"
        r"obvious) (?:thing|way|move|step|option)(?: here)?(?: to do)? is|the answer is|the trick is|your job is|"
        rf"it['’]s (?:best|better|smart|time|important)|the thing is) to {_ADVERBS}(?P<base>.+)",
    ),
    (Aim.DO, rf"\b(?:try|start|consider|think about|begin by|it['’]s worth|keep) {_ADVERBS}(?P<ing>\w+ing\b.*)"),
    (Aim.DO, rf"\bwe(?:['’]re| are) going to {_ADVERBS}(?P<base>.+)"),
    (Aim.DO, rf"^(?:can|could|will|would) you {_ADVERBS}(?:please )?(?P<base>.+)"),
    (Aim.DO, rf"\blet['’]s (?!not\b|see\b|say\b|be\b) ?{_ADVERBS}(?P<base>.+)"),
)
THING: Final[Patterns] = (
    (
        Aim.THING,
        r"\b(?:what (?:you|we) need is|you (?:just |really )?need|the (?:answer|solution|fix) is) (?P<thing>(?:a|an|the|more|"
        r"better|some|your|another)\b.+)",
    ),
    (Aim.THING, r"\b(?:try|consider) (?P<thing>(?:a|an|the|some|another|more|fewer|less)\b.+)"),
    (Aim.THING, r"\bwhat works(?: best| here| for me)? is (?P<thing>.+)"),
    (
        Aim.THING,
        r"\b(?:wouldn['’]t|couldn['’]t|won['’]t|isn['’]t|doesn['’]t) (?P<thing>(?:a|an|the|more|better|some|your|"
        r"another) (?:\w+[- ]){0,3}?\w+) (?:fix|solve|help|work|do|be|make|get|settle|change|the answer|the way|what)\b",
    ),
    (
        Aim.THING,
        r"(?P<thing>\b(?:a|an|the|more|better|some|another) (?:[\w-]+ ){0,3}?[\w-]+) (?:would|will|could|might|usually|"
        r"always) (?:fix|solve|help|work|do it|settle)\b",
    ),
)
GAIN: Final[Patterns] = (
    (
        Aim.GAIN,
        r"(?<!\bgood )\b(?:it|this|that)(?:['’]ll| will| can| could| would|['’]d| is going to|"
        rf"['’]s going to) {_ADVERBS}(?:help (?:you|us) (?:to )?)?(?!feel|be\b|work|help|pay|happen)(?P<base>.+)",
    ),
    (
        Aim.GAIN,
        rf"\b(?:the|this|that|a|an|our) (?:[\w-]+ ){{1,3}}(?:will|can|could|would) {_ADVERBS}(?:help (?:you|"
        r"us) (?:to )?)?(?!feel|be\b|work|help|pay|happen)(?P<base>.+)",
    ),
    (
        Aim.GAIN,
        rf"\b(?:you|we)(?:['’]ll| will| can| could|['’]re going to| are going to) {_ADVERBS}(?!be sorry|thank|regret|love|see|"
        r"like|never)(?P<base>.+)",
    ),
    (
        Aim.GAIN,
        rf"\b(?:i|we) (?:promise|guarantee|bet) (?:you|that)?(?: that)? ?(?:you|we|it)(?:['’]ll| will) {_ADVERBS}(?!be sorry|"
        r"thank|regret|love|see|like|never)(?P<base>.+)",
    ),
)
WILL: Final[Patterns] = ((Aim.DO, rf"^you(?: will|['’]ll) {_ADVERBS}(?P<known>.+)"),)
IF: Final[Patterns] = ((Aim.DO, rf"\b(?:if|once|when|as soon as) you {_ADVERBS}(?P<known>.+)"),)
MATTER: Final[Patterns] = (
    (Aim.MATTER, (
        r"\b(?:dropped the ball|let (?:me|us|them) down|fell short|messed up|blew it|slipped|slacking|careless|sloppy|late|"
        r"unprepared|too \w+|not happy|disappointed|happy|poor|bad|wrong|asleep|on top|in control) (?:on|with|about|at|in|over|"
        r"of) (?P<thing>.+)"
    )),
    (Aim.MATTER, (
        r"^(?P<thing>(?:your|the|this|that) (?!is\b|was\b|['’]s)(?:[\w-]+ ){0,3}?[\w-]+) (?:is|are|was|were|has been|have been|"
        r"looks?|isn['’]t|wasn['’]t|aren['’]t|needs?|keeps?)\b"
    )),
    (Aim.MATTER, (
        r"\byou (?:missed|lost|botched|ignored|neglected|ruined|blew|messed up|screwed up) (?P<thing>(?:your|the|this|that|"
        r"our)\b.+)"
    )),
)  # fmt: skip
