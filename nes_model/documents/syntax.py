"""What keeps a text from being YAML at all, in French: a tab and a quotation mark left open are hard to see."""

import yaml

from nes_model.problems import Problem, cite

_USUAL = "le texte n'est pas du YAML : vérifiez l'alignement, les deux-points et les guillemets."
_LEFT_OPEN = "un guillemet, un crochet ou une accolade s'ouvre ici et ne se referme pas où il faut."


def find_syntax_fault(error: yaml.MarkedYAMLError, text: str, file: str) -> Problem:
    """The fault that stopped the parser, at the line to correct: not always the one where the parser gave up."""
    stopped, opened = error.problem_mark, error.context_mark
    if stopped is None:
        return Problem(_USUAL, file, 1)
    within = error.context or ""
    if opened and opened.line < stopped.line and ("quoted" in within or "flow" in within):
        return Problem(_LEFT_OPEN, file, opened.line + 1)
    line = "".join(text.splitlines()[stopped.line : stopped.line + 1])
    if "\t" in line[: len(line) - len(line.lstrip())]:
        said = f"une tabulation précède {cite(line.strip())}. Remplacez-la par des espaces."
        return Problem(said, file, stopped.line + 1)
    return Problem(_USUAL, file, stopped.line + 1)
