"""The house's gold set: what people stand behind in kept talks, as rows that a labeller is measured on."""

from collections.abc import Iterable, Iterator

from simulator.conversation import Speaker
from simulator.evaluation.labelling.benchmark import Row, move_of
from simulator.practice.attempt import Attempt


def signed_rows(attempts: Iterable[Attempt]) -> Iterator[Row]:
    """A row for each stretch whose code somebody else than its player signed, also where they signed that the labeller was right."""
    for attempt in attempts:
        for one in attempt.scorecard.segments if attempt.scorecard else ():
            if one.signed:
                before = attempt.conversation.before(one.turn, Speaker.REP)
                yield Row(text=one.text.strip(), context=before.text if before else "", move=move_of(one.code), code=one.code)
