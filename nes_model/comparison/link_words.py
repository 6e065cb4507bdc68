"""A scenario, and what it was worth when it was kept, each in one parameter of a link."""

from pydantic import TypeAdapter

from nes_model.catalogue.edition import Edition
from nes_model.documents.entry import Id
from nes_model.money import Amount
from nes_model.problems import cite, suggest
from nes_model.scenario import link as links
from nes_model.scenario.saved import Frozen
from nes_model.scenario.scenario import Scenario

_ID: TypeAdapter[str] = TypeAdapter(Id)
_LABEL, _CATEGORY = "libelle", "categorie"
_LISTS = ("options", "lectures", "tarifs")
_APART = (links.EDITION, _LABEL, _CATEGORY)


def scenario_written(scenario: Scenario, edition: Edition) -> str:
    """`esms etablissements~3 options~pack-complementaire_imagerie~2`, without the name."""
    words = links.to_parameters(scenario, edition)
    rest = [f"{word}~{value.replace(' ', '_')}" for word, value in words.items() if word not in _APART]
    return " ".join([scenario.category, *rest])


def scenario_read(text: str, label: str, edition: Edition, who: str, problems: list[str]) -> Scenario | None:
    """Read a scenario; what of it cannot be understood is told, and the whole is left out when its category is unknown.

    Args:
        text: what `scenario_written` writes.
        label: its name.
        edition: the edition that prices it.
        who: what to call it in the problems.
        problems: where they are added, in French.
    """
    category, *others = text.split() or [""]
    if category not in edition.categories:
        known = suggest(category, list(edition.categories))
        problems.append(f"{who} laissé de côté : {cite(category)} n'est pas une catégorie. {known}")
        return None
    asked: dict[str, list[str]] = {_CATEGORY: [category]} | ({_LABEL: [label]} if label else {})
    for other in others:
        word, _, value = other.partition("~")
        if word in _APART:
            problems.append(f"{who} : {cite(word)} n'a pas sa place ici, il est ignoré.")
        else:
            asked.setdefault(word, []).append(value.replace("_", " ") if word in _LISTS else value)
    reading = links.from_parameters(asked, edition, Scenario(category=category))
    problems += [f"{who} : {problem}" for problem in reading.problems]
    return reading.scenario


def frozen_written(edition: str, frozen: Frozen) -> str:
    """`2026_2026-11-24_0f1c2b3a4d5e6f70_104.05_100.00`; a range is `819.05~919.05`."""
    amounts = (_amount_written(frozen.first_year), _amount_written(frozen.following_years))
    return "_".join([edition, frozen.day, frozen.digest, *amounts])


def frozen_read(text: str) -> tuple[str, Frozen]:
    """Read the edition and the figures of a day.

    Raises:
        ValueError: the text is not what `frozen_written` writes.
    """
    edition, day, mark, first, following = text.split("_")
    words = {"le": day, "empreinte": mark, "premiere_annee": _ends(first), "annees_suivantes": _ends(following)}
    return _ID.validate_python(edition), Frozen.model_validate(words)


def _amount_written(amount: Amount) -> str:
    return f"{amount.low:f}~{amount.high:f}" if amount.is_range else f"{amount.low:f}"


def _ends(text: str) -> str | dict[str, str]:
    low, several, high = text.partition("~")
    return {"min": low, "max": high} if several else low
