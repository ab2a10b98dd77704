"""Prompts are files: an id, a version, the variables they take, and a text with $places for them.

What goes into a prompt is data. People's words are put in with `<` and `>` turned into ‹ and ›, so that nothing they type
can close the block that holds it or open another.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from string import Template

import yaml

from simulator.errors import PromptError
from simulator.settings import PROJECT

FOLDER = PROJECT / "prompts"

BACK = "put it back from the product's own files"

_FILE = re.compile(r"\A---\n(?P<head>.*?)\n---\n(?P<body>.*)\Z", re.DOTALL)
_MARKS = str.maketrans({"<": "‹", ">": "›"})


@dataclass(frozen=True, kw_only=True)
class Prompt:
    """One prompt file. `variables` are exactly the $places of `body`."""

    id: str
    version: int
    variables: frozenset[str]
    body: str

    def render(self, **values: str) -> str:
        """The text with every place filled; `<` and `>` in values become ‹ and ›.

        Raises:
            PromptError: values are missing, or there is no place for them; all are named.
        """
        missing, surplus = sorted(self.variables - set(values)), sorted(set(values) - self.variables)
        if missing or surplus:
            parts = [f"{', '.join(missing)} missing" if missing else "", f"no place for {', '.join(surplus)}" if surplus else ""]
            raise PromptError(f"The prompt {self.id} cannot be filled: {'; '.join(filter(None, parts))}", BACK)
        return Template(self.body).substitute({name: value.translate(_MARKS) for name, value in values.items()})


@lru_cache(maxsize=64)
def load(name: str, folder: Path = FOLDER) -> Prompt:
    """The prompt of the file `name`.md.

    Raises:
        PromptError: the file is missing or malformed, or its variables are not the places of its text.
    """
    path = folder / f"{name}.md"
    try:
        match = _FILE.match(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise PromptError(f"The prompt file {path} cannot be read", BACK) from error
    try:
        head = yaml.safe_load(match["head"]) if match else None
    except yaml.YAMLError:
        head = None
    if match is None or not isinstance(head, dict) or set(head) != {"id", "version", "variables"}:
        raise PromptError(
            f"The prompt file {path} needs a head between two lines of --- with id, version and variables, and nothing else", BACK
        )
    if head["id"] != name or not isinstance(head["version"], int) or not isinstance(head["variables"], list):
        raise PromptError(f"In the prompt file {path} the id is the file's name, the version a whole number, and variables a list", BACK)
    body, declared = match["body"].strip(), frozenset(map(str, head["variables"]))
    template = Template(body)
    places = frozenset(template.get_identifiers())
    if not template.is_valid() or places != declared:
        raise PromptError(
            f"In the prompt file {path} the variables {sorted(declared)} and the places in the text {sorted(places)} are not the same", BACK
        )
    return Prompt(id=name, version=head["version"], variables=declared, body=body)
