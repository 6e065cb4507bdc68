"""What pydantic refuses, said in French, at its line."""

import re
from collections.abc import Iterator
from typing import Any, TypeVar, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from nes_model.documents.nodes import Finding, Location, Node
from nes_model.money import format_number
from nes_model.problems import InvalidInputError, cite, suggest

Model = TypeVar("Model", bound=BaseModel)

_TAGS = ("charge", "choice", "[key]")  # steps that pydantic adds, and that nobody wrote
_OURS = ("nombre", "entier", "montant", "adresse", "oui_non", "rythme", "facturation", "texte", "categories", "date")


def validate(model: type[Model], document: Node) -> Model:
    """Turn a document into a model.

    Raises:
        InvalidInputError: with every problem, in French, each with its line.
    """
    parsed, found = parse_model(model, document.plain())
    if parsed is None:
        raise InvalidInputError([document.problem(path, message) for path, message in found])
    return parsed


def parse_model(model: type[Model], written: Any) -> tuple[Model | None, list[Finding]]:
    """What was written as a model, or everything that keeps it from being one, in French."""
    try:
        return model.model_validate(written), []
    except ValidationError as error:
        return None, [(_path(each), write_sentence(each, model)) for each in _errors(error)]


def write_sentence(error: ErrorDetails, model: type[BaseModel]) -> str:
    """One error: what was read, what is expected, what to write."""
    field, read, kind, context = _field(error["loc"]), cite(error["input"]), error["type"], error.get("ctx", {})
    if kind == "missing":
        return f"il manque « {error['loc'][-1]} »."
    if kind == "extra_forbidden":
        name = error["loc"][-1]
        return f"{cite(name)} n'est pas connu ici. {suggest(str(name), _fields(error, model))}"
    if kind in ("enum", "literal_error"):
        return f"{field}{read} n'est pas connu. {suggest(str(error['input']), _words(context['expected']))}"
    if kind == "montant":
        return f"{field}{error['msg']}."
    if kind in _OURS:
        return f"{field}{read} {error['msg']}."
    return f"{field}{read} {_expectation(kind, context)}"


def _errors(error: ValidationError) -> list[ErrorDetails]:
    """Every error of its own: a list whose entries are wrong is not too short for that, though pydantic says so."""
    found = error.errors(include_url=False)
    wrong = {each["loc"][:depth] for each in found for depth in range(len(each["loc"]))}
    return [each for each in found if not (each["type"] == "too_short" and each["loc"] in wrong)]


def _path(error: ErrorDetails) -> Location:
    """Where it is, without the step that pydantic adds for an entry's own name."""
    return tuple(step for step in error["loc"] if step != "[key]")


def _expectation(kind: str, context: dict[str, Any]) -> str:
    """What a standard check asks for."""
    match kind:
        case "greater_than_equal" | "less_than_equal" | "greater_than":
            bound = format_number(next(context[each] for each in ("ge", "le", "gt") if each in context))
            words = {
                "greater_than_equal": "est trop petit : au moins",
                "less_than_equal": "est trop grand : au plus",
                "greater_than": "est trop petit : plus de",
            }
            return f"{words[kind]} {bound}."
        case "string_too_long":
            return f"est trop long : {context['max_length']} caractères au plus."
        case "too_long":
            return f"a trop d'éléments : {context['max_length']} au plus."
        case "string_too_short" | "string_type":
            return "n'est pas un texte. Écrivez un texte sur une ligne."
        case "string_pattern_mismatch":
            return "n'est pas un identifiant. Écrivez des minuscules sans accent, des chiffres et des traits d'union."
        case "too_short" if context["min_length"] > 1:
            return f"a trop peu d'éléments : {context['min_length']} au moins."
        case "tuple_type" | "list_type" | "too_short":
            return """n'est pas une liste remplie. Écrivez ["un", "deux"], ou en YAML une ligne « - » chacun."""
        case "model_type" | "dict_type" | "model_attributes_type":
            return """n'est pas une suite de champs. Écrivez {"nom": "valeur"}, ou en YAML « nom: valeur »."""
    return "n'est pas accepté ici. Comparez avec un fichier qui fonctionne."


def _field(location: tuple[str | int, ...]) -> str:
    """The name of what is wrong, when it has one."""
    if location[-1:] == ("[key]",):  # the name itself is what is wrong: it is cited
        location = location[:-2]
    names = [step for step in location if step and isinstance(step, str) and step not in _TAGS]
    return f"{names[-1]} : " if names else ""


def _words(expected: str) -> list[str]:
    return re.findall(r"'([^']*)'", expected)


def _fields(error: ErrorDetails, model: type[BaseModel]) -> list[str]:
    """The names that could have been written where an unknown one was."""
    models = {model}
    for step in error["loc"][:-1]:
        models = {inner for each in models for inner in _models_under(each, step)} or models
    return sorted({info.alias or name for each in models for name, info in each.model_fields.items()})


def _models_under(model: type[BaseModel], step: str | int) -> Iterator[type[BaseModel]]:
    for name, info in model.model_fields.items():
        if (info.alias or name) == step:
            yield from _models_in(info.annotation)
    if str(step) == model.__name__.lower():
        yield model


def _models_in(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for argument in get_args(annotation):
        yield from _models_in(argument)
