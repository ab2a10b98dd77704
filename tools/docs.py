"""The parts of the documents that are made from the code: `python -m tools.docs` writes them anew."""

import ast
import re
import tempfile
import tomllib
from pathlib import Path

import typer
from limits import RateLimitItem
from typer.testing import CliRunner

from simulator.cli import app
from simulator.evaluation.criteria.levels import CRITERIA, WEIGHTS, texts
from simulator.evaluation.labelling.by_language import ByLanguage
from simulator.evaluation.labelling.trained import built_in
from simulator.export.records import tables
from simulator.library.catalogue import load
from simulator.people.rates import ADDRESS, IN_ALL, PERSON, Counted
from simulator.pictures import lines
from simulator.rehearsal import rehearse
from simulator.rehearsal.stage import answering
from simulator.rep import temper
from simulator.rep.acts import Acts
from simulator.scenario.model import Style
from simulator.settings import PROJECT, Settings
from tests.transcripts.forms import FORMS, Form

DOCUMENTS = (
    PROJECT / "README.md",
    PROJECT / "docs" / "architecture.md",
    PROJECT / "docs" / "trainers.md",
    PROJECT / "docs" / "scoring.md",
    PROJECT / "docs" / "rep.md",
    PROJECT / "docs" / "transcripts.md",
    PROJECT / "docs" / "running.md",
    PROJECT / "docs" / "exports.md",
)
EXAMPLE = PROJECT / "docs" / "examples" / "late-handover.yaml"
SLIPS = (
    ("stance: coach", "stance: coaching"),
    ("    opener: What happens on your side", "    # opener: What happens on your side"),
    ("after: [two-faced-promise], by", "after: [two-faced-promis], by"),
)
"""What is changed in the example to show how mistakes are told."""


def settings_table() -> str:
    """Every environment variable: what it is for, and an example."""
    rows = ["| variable | what it is for | for example |", "|---|---|---|"]
    for name, field in Settings.model_fields.items():
        example = f"`{field.examples[0]}`" if field.examples else ""
        rows.append(f"| `{name.upper()}` | {' '.join((field.description or '').split())} | {example} |")
    return "\n".join(rows)


def scenario_table() -> str:
    """Every scenario that comes with the product."""
    rows = ["| scenario | you talk with | stance | difficulty |", "|---|---|---|---|"]
    for scenario in load([PROJECT / "scenarios"]).scenarios:
        rows.append(
            f"| {scenario.title} (`{scenario.id}`) | {scenario.persona.name} | {scenario.stance.value} | {scenario.difficulty} of 5 |"
        )
    return "\n".join(rows)


def command_table() -> str:
    """Every command, with the first sentence of its help."""
    rows = ["| command | what it does |", "|---|---|"]
    rows += [f"| `{name}` | {' '.join(text.split())} |" for name, text in _commands(typer.main.get_command(app), "simulator")]
    return "\n".join(rows)


def _commands(command: object, name: str) -> list[tuple[str, str]]:
    inner = getattr(command, "commands", None)
    if not inner:
        return [(name, str(getattr(command, "help", "") or "").split("\n\n")[0])]
    return [row for word, part in sorted(inner.items()) for row in _commands(part, f"{name} {word}")]


def rates() -> str:
    """How often somebody may do a thing, by person, by address, and in all."""
    rows = ["| | one person | one address | in all |", "|---|---|---|---|"]
    names = {
        Counted.START: "start a talk",
        Counted.TURN: "say something",
        Counted.SIGN_IN: "sign in, or come as somebody new",
        Counted.CODE: "type a workshop's code",
    }
    for kind in Counted:
        in_all = _rate(IN_ALL[kind]) if kind in IN_ALL else ""
        rows.append(f"| {names[kind]} | {_rate(PERSON[kind])} | {_rate(ADDRESS[kind])} | {in_all} |")
    return "\n".join(rows)


def _rate(limit: RateLimitItem) -> str:
    return f"{limit.amount:,} times {'an hour' if limit.GRANULARITY.name == 'hour' else f'a {limit.GRANULARITY.name}'}"


def layers() -> str:
    """The layers that the import contract holds, the highest first."""
    contract = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"]["contracts"][0]
    return "\n".join(["```", *(layer.replace("simulator.", "") for layer in contract["layers"]), "```"])


def rooms() -> str:
    """Every module, with the first sentence of its docstring."""
    rows = ["| module | what it holds |", "|---|---|"]
    for path in sorted((PROJECT / "simulator").rglob("*.py")):
        text = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))
        if text:
            rows.append(
                f"| `{path.relative_to(PROJECT / 'simulator')}` | "
                f"{' '.join(text.split(chr(10) * 2)[0].split()).replace('|', chr(92) + '|')} |"
            )
    return "\n".join(rows)


def mistakes() -> str:
    """What a check says of the example with slips in it."""
    text = EXAMPLE.read_text(encoding="utf-8")
    for right, wrong in SLIPS:
        assert text.count(right) == 1, right
        text = text.replace(right, wrong)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / EXAMPLE.name
        path.write_text(text, encoding="utf-8")
        said = CliRunner().invoke(app, ["scenarios", "check", str(path)])
    return f"```\n{said.stdout.replace(folder, 'my-scenarios').rstrip()}\n```"


def forms() -> str:
    """The forms in which real talks are read: those that the tests write and read back."""
    tools: dict[str, list[Form]] = {}
    for form in FORMS:
        tools.setdefault(form.tool, []).append(form)
    rows = ["| from | files | with how long each spoke |", "|---|---|---|"]
    for tool, some in sorted(tools.items(), key=lambda one: one[0].casefold()):
        timed = [form.ending for form in some if form.timed]
        which = ", ".join(timed) if 0 < len(timed) < len(some) else "yes" if timed else ""
        rows.append(f"| {tool} | {', '.join(form.ending for form in some)} | {which} |")
    return "\n".join(rows)


def columns_table() -> str:
    """Every column of every table of an export."""
    rows = ["| table | column | kind | unit | meaning |", "|---|---|---|---|---|"]
    for row in tables([])[-1].rows:
        rows.append(f"| {row['table']} | `{row['column']}` | {row['kind']} | {row['unit']} | {row['meaning']} |")
    return "\n".join(rows)


def weights() -> str:
    """What each criterion counts, by stance."""
    rows = [f"| | {' | '.join(stance.value for stance in WEIGHTS)} |", f"|---|{'---|' * len(WEIGHTS)}"]
    return "\n".join(
        [*rows, *(f"| {texts(key).name} | {' | '.join(str(one.get(key, '')) for one in WEIGHTS.values())} |" for key in CRITERIA)]
    )


def acts() -> str:
    """Every act of the rep, and when it is chosen."""
    return "\n".join(
        ["| act | when |", "|---|---|", *(f"| {act.value.replace('_', ' ')} | {one.when} |" for act, one in Acts.of().acts.items())]
    )


def steps() -> str:
    """What a stretch of each code does to openness."""
    rows = ["| what the manager does | openness |", "|---|---|"]
    rows += [f"| {code.value.replace('_', ' ')} | {step:+.3g} |" for code, step in temper.STEP.items()]
    return "\n".join([*rows, f"| advice or leading question before two facts are out, besides | {temper.TOO_EARLY:+.3g} |"])


def styles() -> str:
    """How fast each style warms and cools."""
    rows = ["| style | warms | cools |", "|---|---|---|"]
    return "\n".join([*rows, *(f"| {style.value} | × {temper.WARMS[style]} | × {temper.COOLS[style]} |" for style in Style)])


def openness_picture() -> str:
    """One rep's openness, turn by turn, with each simulated manager."""
    scenario = load([PROJECT / "scenarios"]).get("burnt-out-and-leaving")
    plays = rehearse(scenario, seeds=[1], labeller=ByLanguage(built_in()), answering=answering())
    title = f"{scenario.persona.first_name} ({scenario.persona.style.value}, difficulty {scenario.difficulty})"
    return lines(title, {play.manager: play.openness for play in plays}, "openness", "the rep's turns")


PICTURE = PROJECT / "docs" / "pictures" / "rep-openness.svg"
BLOCKS = {
    "acts": acts,
    "steps": steps,
    "styles": styles,
    "weights": weights,
    "mistakes": mistakes,
    "forms": forms,
    "settings": settings_table,
    "scenarios": scenario_table,
    "columns": columns_table,
    "commands": command_table,
    "layers": layers,
    "rates": rates,
    "rooms": rooms,
}


def filled(text: str) -> str:
    """The text with every block between its markers made anew."""
    for name, make in BLOCKS.items():
        block = f"<!-- {name} -->\n{make()}\n<!-- /{name} -->"
        text = re.sub(rf"<!-- {name} -->.*?<!-- /{name} -->", lambda _, block=block: block, text, flags=re.DOTALL)  # type: ignore[misc]
    return text


def main() -> None:
    """Write the blocks anew."""
    for path in DOCUMENTS:
        path.write_text(filled(path.read_text(encoding="utf-8")), encoding="utf-8")
    PICTURE.write_text(openness_picture(), encoding="utf-8")


if __name__ == "__main__":
    main()
