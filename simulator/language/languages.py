"""Which language words are in, told by its commonest words: whether a model left the part's language, and which rules read a manager's turn."""

import re
from typing import Final

_WORDS: Final = {
    "en": "the and i you it that is was to of in my me we they have with not but so what this for on be are",
    "de": "der die das und ich du sie es ist war zu den dem mein mir wir nicht aber so was für auf ein eine habe mit",
    "es": "el la los las y yo que es era de en mi me no pero lo un una para con por se está qué",
    "fr": "le la les et je tu que est était de dans mon me nous ne pas mais un une pour avec ce il elle",
    "it": "il la gli e io che è era di in mio mi noi non ma un una per con si sono questo",
    "pt": "o a os as e eu que é era de em meu me não mas um uma para com por se isso",
}
_COMMON: Final = {name: frozenset(words.split()) for name, words in _WORDS.items()}
_FEWEST: Final = 5
"""Words; of fewer nobody can tell the language."""
_LATIN: Final = re.compile(r"[^\W\d_]")


def other_language(sentence: str, language: str) -> bool:
    """Whether the sentence is clearly not in the language of that two-letter code. What cannot be told passes."""
    letters = _LATIN.findall(sentence)
    if len(letters) > 3 and sum(letter > "\u024f" for letter in letters) > len(letters) / 2:
        return True
    words = re.findall(r"[^\W\d_]+", sentence.casefold())
    if len(words) < _FEWEST or language not in _COMMON:
        return False
    counts = {name: sum(word in common for word in words) for name, common in _COMMON.items()}
    best = max(counts.values())
    return best >= 2 and counts[language] * 2 < best


_GERMAN_TOO: Final = """
    ihr dir dich dein deine deinen ihnen ihre ihren wie wann warum wieso wer wo mal ja noch auch gut danke bitte hast haben kann
    kannst können bist sind wird werden nach bei von dann wenn dass oder mich uns euch man machen mach ihn ihm einen einem einer
    eines kein keine heute morgen gern nein doch sich vom zum zur bis soll sollen könnte würde sehr mehr alles etwas nichts jetzt
    hier dort immer nie schon erst weil hat hatte wäre muss musst müssen will willst über unter genau klar verstehe stimmt dem des
"""
GERMAN: Final = _COMMON["de"].union(_GERMAN_TOO.split())
"""The commonest words of German."""
_UMLAUT: Final = re.compile("[äöüß]", re.IGNORECASE)


def is_german(text: str, context: str = "") -> bool:
    """Whether a text is German rather than English; where its words do not tell, those of `context`, which it answers, do."""
    for words in (text, context):
        found = re.findall(r"[^\W\d_]+", words.casefold())
        german = sum(word in GERMAN for word in found) + len(_UMLAUT.findall(words))
        english = sum(word in _COMMON["en"] for word in found)
        if english or german > 1:
            return german > max(english, 1)
    return False
