"""A small scenario that is valid and has every part, for tests that need one of their own."""

from typing import Any

from simulator.scenario.model import Scenario


def fields(**changes: Any) -> dict[str, Any]:
    """The scenario as plain data, top-level fields replaced by `changes`."""
    return {
        "id": "late-quotes",
        "version": 1,
        "title": "Quotes go out late",
        "summary": "Every quote leaves two days after it was promised.",
        "stance": "coach",
        "difficulty": 3,
        "skills": ["follow-through", "listening"],
        "symptoms": [
            "His quotes are always late",
            "Customers chase us for prices",
            "We lose deals because the offer takes a week",
            "He promises a quote on Monday and it leaves on Thursday",
            "Nobody knows why pricing takes so long with him",
        ],
        "persona": {
            "name": "Ravi Menon",
            "role": "Account manager, packaging",
            "background": "Eight years in the trade, the last two here. Knows every plant manager on the ring road.",
            "speech": "Short sentences. Dry.",
            "protects": "His name for being straight with customers.",
            "style": "guarded",
            "openness": 0.35,
        },
        "brief": {
            "situation": "Four of Ravi's last six quotes went out late.",
            "aim": "Find out what holds them up, and leave with a plan that is his.",
            "known": ["Four of six quotes were late.", "Bexley Foods bought elsewhere in June."],
        },
        "facts": [
            _fact(
                "pricing-queue",
                "surface",
                0.0,
                [],
                "The pricing desk answers only twice a week.",
                "What happens to a quote once you have sent it in?",
            ),
            _fact("old-template", "surface", 0.1, [], "The template is three versions old.", "Which template do you use for a quote?"),
            _fact(
                "checks-twice",
                "concern",
                0.35,
                [],
                "Ravi checks every figure twice at night.",
                "What makes a quote take so long on your own desk?",
            ),
            _fact("bexley-call", "concern", 0.4, [], "The buyer at Bexley shouted at him.", "How did the buyer at Bexley take it?"),
            _fact(
                "spring-mistake",
                "root",
                0.5,
                ["checks-twice"],
                "In spring he misquoted by forty thousand.",
                "What went wrong in spring that you check so much now?",
            ),
            _fact(
                "told-nobody",
                "root",
                0.55,
                ["spring-mistake"],
                "He paid part of it out of his bonus and told nobody.",
                "Who knows about the mistake in spring?",
            ),
        ],
        "ideas": [
            _idea(
                "buddy-check", "Swap figures with Lena before lunch.", "Who could look over your figures?", "Let Lena check your figures."
            ),
            _idea(
                "price-list",
                "Keep a list of standard prices.",
                "Which prices could be fixed in advance?",
                "Make yourself a standard price list.",
            ),
            _idea("tell-bexley", "Call Bexley and say what changed.", "How could you win Bexley back?", "Ring Bexley and apologise."),
        ],
        "opening": ["Morning. You wanted a word.", "Here I am. What is it about?"],
        "reactions": {
            "told": [f"Right, I can do that one, number {n}." for n in range(6)],
            "told_clearly": [f"Clear enough, point {n}. I don't love it." for n in range(3)],
            "sold": [f"You make it sound easy, version {n}." for n in range(4)],
            "led": [f"You have your answer already, I think, for the {n} time." for n in range(4)],
            "criticised": [f"I did what I could there, case {n}." for n in range(4)],
            "asked_open": [f"Let me think aloud about that, thought {n}." for n in range(6)],
            "asked_closed": [f"More or less, {n} times out of ten." for n in range(6)],
            "asked_leave": [f"Fine by me, round {n}." for n in range(4)],
            "heard": [f"That is about right, yes, part {n}." for n in range(6)],
            "praised": [f"Kind of you to say, take {n}." for n in range(4)],
            "ignored": [f"So. Where were we, page {n}?" for n in range(6)],
            "silent": [f"It is quiet in here, minute {n}." for n in range(4)],
        },
        "misreadings": [
            {"heard": ["So you find the work boring.", "The job bores you."], "lines": ["No, boring it never was."]},
            {"heard": ["So you quarrel with the customers.", "The customers annoy you."], "lines": ["The customers are lovely people."]},
        ],
        "deflections": [f"I'd sooner leave that, item {n}." for n in range(6)],
        "commitments": {
            "own": {
                "lines": ["I'll ask Lena today, and we start on Thursday.", "Thursday, with Lena. My idea, my job."],
                "what": "Swap figures with Lena",
                "when": "Thursday",
            },
            "imposed": {"lines": ["Fine. I'll have it done.", "If you say so, by Friday."], "what": "Do as told", "when": "Friday"},
        },
        "closings": {
            "warm": ["Glad we talked. See you Thursday.", "That helped. Bye now."],
            "cool": ["Right. I'm off, then.", "I have a call. Bye."],
        },
        "debrief": {
            "story": "One bad quote in spring made him check everything twice.",
            "good": "Ask what a quote goes through, and hear him out.",
        },
        **changes,
    }


def make_scenario(**changes: Any) -> Scenario:
    """The scenario, top-level fields replaced by `changes`."""
    return Scenario.model_validate(fields(**changes))


def _fact(name: str, layer: str, openness: float, after: list[str], summary: str, opener: str) -> dict[str, Any]:
    topic = name.replace("-", " ")
    cues = [opener, f"Tell me about the {topic}.", f"How does the {topic} matter here?", f"Is it the {topic}?"]
    lines = [f"{summary} So there you have it.", f"Since you ask: {summary.lower()}"]
    return {
        "id": name,
        "layer": layer,
        "summary": summary,
        "cues": cues,
        "lines": lines,
        "needs": {"openness": openness, "after": after},
        "opener": opener,
    }


def _idea(name: str, summary: str, cue: str, told: str) -> dict[str, Any]:
    topic = name.replace("-", " ")
    return {
        "id": name, "summary": summary, "cues": [cue, f"What about the {topic}?"], "lines": [f"I could {summary[0].lower()}{summary[1:]}"],
        "told": [told, f"You should see to the {topic}."], "needs": {"openness": 0.3},
    }  # fmt: skip
