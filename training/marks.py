"""What a segment does besides its code, from `corpus/heads.csv`: the kind of answer it asks for, acts, GROW stages, a decision's parts."""

import csv
from typing import Final

from training.agreement import Place
from training.talks import FOLDER

PATH: Final = FOLDER.parent / "heads.csv"
COLUMNS: Final = ("answer", "act", "grow", "clarity", "takes_up")
MARKS: Final = (
    *(f"answer:{kind}" for kind in ("who", "what", "when", "where", "how_many", "how", "why", "said", "felt", "example")),
    *(f"answer:{kind}" for kind in ("yes_no", "choice", "scale", "go_on", "options", "commit")),
    *(f"act:{kind}" for kind in ("own_up", "contempt", "threat", "promise", "thanks", "greeting", "farewell", "refusal")),
    *(f"grow:{stage}" for stage in ("goal", "reality", "options", "will")),
    *(f"clarity:{part}" for part in ("decision", "reason", "expectation", "date", "room")),
    "takes_up",
)
"""Every mark there is, in the order of the network's outputs."""


def read() -> dict[Place, tuple[str, ...]]:
    """The marks of each segment that has any; KeyError for a mark that is none."""
    with PATH.open(encoding="utf-8", newline="") as file:
        return {(row["talk"], int(row["turn"]), int(row["segment"])): _marks(row) for row in csv.DictReader(file)}


def _marks(row: dict[str, str]) -> tuple[str, ...]:
    found = [f"{column}:{value}" for column in COLUMNS[:-1] for value in row[column].split()]
    if row["takes_up"]:
        found.append("takes_up")
    if unknown := set(found) - set(MARKS):
        raise KeyError(f"heads.csv, {row['talk']} {row['turn']}.{row['segment']}: no such mark: {', '.join(sorted(unknown))}")
    return tuple(found)
