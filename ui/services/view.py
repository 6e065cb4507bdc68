"""What the services page shows besides who asks: a tab, a search, a sheet, needs. Read from words, written as words."""

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import Annotated, Any

from pydantic import BeforeValidator, Field

from nes_model.catalogue import service_search as search
from nes_model.catalogue.edition import Edition
from nes_model.catalogue.service_search import Search
from nes_model.documents.entry import Id
from nes_model.documents.nodes import Finding
from nes_model.documents.sound_part import keep_sound
from nes_model.documents.validation import parse_model
from nes_model.needs.need import MOST_NEEDS, find_need, find_needs, search_needs
from nes_model.problems import InvalidInputError, cite, suggest

_LEFT_ASIDE = "Il est laissé de côté."


class Tab(StrEnum):
    """The two halves of the page."""

    GRID = "grille"
    NEEDS = "besoins"


TABS = {Tab.GRID: "La grille des services", Tab.NEEDS: "De quoi avez-vous besoin ?"}


def _words(value: Any) -> Any:
    """A link writes a list as words; a person may put commas between them."""
    return tuple(value.replace(",", " ").replace(";", " ").split()) if isinstance(value, str) else value


class View(Search):
    """All that the page shows besides who asks."""

    tab: Tab = Field(Tab.GRID, alias="vue")
    sheet: Id | None = Field(None, alias="fiche")
    needs: Annotated[tuple[str, ...], BeforeValidator(_words)] = Field((), alias="besoins", max_length=MOST_NEEDS)
    compared: Id | None = Field(None, alias="comparee")  # a second category, answered beside the first


WORDS = tuple(field.alias or name for name, field in View.model_fields.items())


def parse_view(asked: Mapping[str, Any], edition: Edition) -> tuple[View, tuple[str, ...]]:
    """Parse what can be read of those words, and a French sentence for whatever cannot."""
    view, found = keep_sound(asked, lambda words: _check(words, edition))
    problems = [f"{message} {_LEFT_ASIDE}" for _, message in found]
    try:
        find_needs(view.needs, edition)
    except InvalidInputError as error:
        problems += [problem.message for problem in error.problems]
        view = view.model_copy(update={"needs": tuple(need for need in view.needs if find_need(need, edition))})
    return view, tuple(problems)


def pick(texts: Sequence[str], edition: Edition) -> tuple[list[str], list[str]]:
    """The needs picked in the list or written in it, and a French sentence for each text that does not decide."""
    needs: dict[str, None] = {}
    problems: list[str] = []
    if len(texts) > MOST_NEEDS:
        problems.append(f"{MOST_NEEDS} besoins au plus\N{NO-BREAK SPACE}: seuls les premiers sont lus.")
    for text in texts[:MOST_NEEDS]:
        found = search_needs(text, edition)
        if len(found) == 1:
            needs[found[0].id] = None
        elif found:
            labels = " ; ".join(need.label for need in found)
            problems.append(f"{cite(text)} peut désigner plusieurs besoins : {labels}. Choisissez dans la liste.")
        else:
            problems.append(f"{cite(text)} ne correspond à aucun besoin. Essayez un autre mot, ou ouvrez la liste.")
    return list(needs), problems


def format_view(view: View) -> dict[str, str]:
    """Its words, without those that say nothing."""
    written = view.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    if view.needs:
        written["besoins"] = " ".join(view.needs)
    if view.membership is not None:
        written["adhesion"] = "oui" if view.membership else "non"
    return written


def _check(words: Mapping[str, Any], edition: Edition) -> tuple[View | None, list[Finding]]:
    view, found = parse_model(View, words)
    if view is None:
        return None, found
    found = search.check_search(view, edition)
    for word, value, known, kind in (
        ("fiche", view.sheet, list(edition.services_by_id), "un service"),
        ("comparee", view.compared, list(edition.categories), "une catégorie"),
    ):
        if value is not None and value not in known:
            found.append(((word,), f"{cite(value)} n'est pas {kind}. {suggest(value, known)}"))
    return (None if found else view), found
