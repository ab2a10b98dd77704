"""English verb forms, as far as rewriting a tell needs them: "call" to "calling", "called" to "call"."""

from functools import lru_cache
from typing import Final

from simulator.language.content_words import word_set

VERBS: Final = word_set("""
    accept acknowledge act add address admit adjust agree align allow analyse analyze announce answer apologise apologize apply approach
    argue arrange ask assign assume attach attend audit avoid back backtrack be become beg begin believe block blame book bother break
    bring bring build bundle bury buy call calm cancel care catch challenge change chase check choose claim clarify clean clear close
    coach cold-call collect come commit communicate compare complain complete confirm confront connect consider contact continue convert
    convince coordinate copy correct count cover create cut cross-sell debrief decide defend delegate deliver delay demand describe
    design develop dig disagree discount discuss do document double draft draw drive drop earn email end engage enter escalate escape
    establish evaluate examine exceed expand expect explain explore extend face feel fight figure file fill find finish fire fix flag focus
    follow force forecast forget forgive gather get give go grab grow guarantee guess handle hand hear help hide hire hit hold ignore
    improve include increase inform insist inspect invest investigate invite involve join jump justify keep kick know land launch lead
    learn leave let level lie limit line listen log look lose lower make manage map measure meet mention message miss monitor move
    multithread name nail negotiate network notify nudge offer open organise organize outline own pass pay phone pick pilot ping pipe
    pitch place plan play post postpone practice practise prepare present press prevent price prioritise prioritize probe process
    promise propose prospect protect prove provide publish pull push put qualify question quit quote raise reach read reassign rebuild
    recognise recognize record record reduce refer refuse rehearse reject rely remember remind remove renegotiate renew reopen repair
    repeat replace reply report request reschedule research resend reset respond rest retain return review revise rework ring rewrite
    risk roll role-play run save say schedule score script see sell send separate set settle shadow share shift shorten show sign
    simplify sit skip sleep slow smile solve sort speak spend split stand start state stay step stick stop streamline strengthen
    stretch structure study submit suggest supply support swap switch tackle tailor take talk target teach tell test text thank think
    throw tidy tie track train transfer travel treat trust try turn understand update upsell use validate verify visit volunteer wait
    wake walk want warn watch welcome win withdraw wonder work worry wrap write yell
    """)
"""Verbs a manager's advice is made of. One that is missing is still understood after a "you should"."""

_IRREGULAR: Final = {
    "became": "become", "began": "begin", "begun": "begin", "been": "be", "was": "be", "were": "be", "bought": "buy", "broke": "break",
    "broken": "break", "brought": "bring", "built": "build", "came": "come", "caught": "catch", "chose": "choose", "chosen": "choose",
    "cut": "cut", "did": "do", "done": "do", "drew": "draw", "drawn": "draw", "drove": "drive", "driven": "drive", "felt": "feel",
    "forgot": "forget", "forgotten": "forget", "fought": "fight", "found": "find", "gave": "give", "given": "give", "gone": "go",
    "got": "get",
    "gotten": "get", "grew": "grow", "grown": "grow", "had": "have", "heard": "hear", "held": "hold", "hid": "hide", "hidden": "hide",
    "hit": "hit", "kept": "keep", "knew": "know", "known": "know", "led": "lead", "left": "leave", "let": "let", "lost": "lose",
    "made": "make",
    "met": "meet", "paid": "pay", "put": "put", "quit": "quit", "ran": "run", "run": "run", "rang": "ring", "rung": "ring", "read": "read",
    "rebuilt": "rebuild", "rewrote": "rewrite", "rewritten": "rewrite", "said": "say", "sat": "sit", "saw": "see", "seen": "see",
    "sent": "send",
    "set": "set", "shown": "show", "showed": "show", "sold": "sell", "spent": "spend", "split": "split", "spoke": "speak",
    "spoken": "speak",
    "stood": "stand", "stuck": "stick", "taken": "take", "took": "take", "taught": "teach", "thought": "think", "threw": "throw",
    "thrown": "throw", "told": "tell", "understood": "understand", "went": "go", "withdrew": "withdraw", "won": "win", "written": "write",
    "wrote": "write",
}  # fmt: skip
_DOUBLED: Final = word_set(
    "beg begin chat commit control cut dig drop flag forget get grab hit jot let log map nod pin plan prefer put quit "
    "refer reset rub run set shop sit skip slip spin split step stop submit swap tap transfer travel win wrap"
)
_KEPT: Final = {"be": "being", "see": "seeing", "agree": "agreeing", "lie": "lying", "tie": "tying", "die": "dying", "have": "having"}


def gerund(verb: str) -> str:
    """The -ing form of a base form."""
    if verb in _KEPT:
        return _KEPT[verb]
    if verb in _DOUBLED:
        return f"{verb}{verb[-1]}ing"
    if verb.endswith("e") and not verb.endswith(("ee", "oe", "ye")):
        return f"{verb[:-1]}ing"
    return f"{verb}ing"


def base_of_past(word: str) -> str:
    """The base form of a past form or participle; empty where it is none that is known."""
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if not word.endswith("ed"):
        return ""
    for base in (word[:-2], word[:-1], f"{word[:-3]}y" if word.endswith("ied") else "", word[:-3]):
        if base in VERBS:
            return base
    return ""


def base_of_gerund(word: str) -> str:
    """The base form of an -ing form; empty where it is none that is known."""
    return _gerunds().get(word, "")


@lru_cache(maxsize=1)
def _gerunds() -> dict[str, str]:
    return {gerund(verb): verb for verb in (*VERBS, "have")}
