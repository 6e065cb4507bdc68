"""What can be asked of the API: one entry each, from which the routes and the description are made."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel

from nes_model.catalogue.doubt import RETAINED
from nes_model.catalogue.edition import Edition
from nes_model.comparison.case import Case
from nes_model.comparison.difference import difference
from nes_model.needs.need import all_needs
from nes_model.needs.recommendation import answer
from nes_model.pricing.rule import price
from nes_model.reports.answer_json import answer_json
from nes_model.reports.comparison import comparison_json
from nes_model.reports.quote import quote_json
from nes_model.reports.quote_request import write_mail_link, write_request
from nes_model.scenario.scenario import Scenario
from server.api import asked
from server.api.answers import ComparisonAnswer, EditionAnswer, NeedsAnswer, QuoteAnswer, RequestAnswer
from server.api.asked import SeveralScenarios, Wanted


@dataclass(frozen=True, slots=True)
class Operation:
    """One address: what it takes, what it answers, and how."""

    path: str
    summary: str
    takes: type[BaseModel] | None  # None: asked with GET, without a body
    gives: type[BaseModel]
    answer: Callable[[Any, Edition], dict[str, Any]]

    @property
    def method(self) -> str:
        """How it is asked."""
        return "GET" if self.takes is None else "POST"


def _quote(sent: Any, edition: Edition) -> dict[str, Any]:
    return quote_json(price(asked.scenario(sent, edition), edition), edition)


def _comparison(sent: Any, edition: Edition) -> dict[str, Any]:
    scenarios = asked.scenarios(sent, edition)
    first, *others = [Case(each, edition) for each in scenarios]
    differences = [difference(first, other) for other in others]
    quotes = [price(each, edition) for each in scenarios]
    return comparison_json(quotes, differences, [None] * len(quotes), edition)


def _needs(sent: Any, edition: Edition) -> dict[str, Any]:
    wanted = asked.wanted(sent, edition)
    return answer_json(answer(wanted.needs, wanted, edition))


def _request(sent: Any, edition: Edition) -> dict[str, Any]:
    quote = price(asked.scenario(sent, edition), edition)
    return {"texte": write_request(quote, edition, ""), "adresse": write_mail_link(quote, edition, "")}


def _edition(_: Any, edition: Edition) -> dict[str, Any]:
    header = edition.header
    return {
        "id": header.id,
        "libelle": header.label,
        "document": header.document,
        "en_vigueur": header.in_force,
        "categories": [
            {"id": category.id, "libelle": category.label, "college": edition.college_of(category.id).id}
            for category in edition.categories.values()
        ],
        "options": [
            {
                "id": offer.id,
                "libelle": offer.label,
                "famille": offer.group,
                "pour": [category for category in edition.categories if offer.available_to(category)],
            }
            for offer in edition.options.values()
        ],
        "lectures": [
            {"id": each.id, "titre": each.title, "lectures": [RETAINED, *(other.id for other in each.others)]}
            for each in edition.doubts
        ],
        "besoins": [{"id": need.id, "libelle": need.label} for need in all_needs(edition)],
    }


OPERATIONS = (
    Operation("/edition", "L'édition en vigueur, et les mots d'un scénario", None, EditionAnswer, _edition),
    Operation("/devis", "Chiffre un scénario, ligne à ligne", Scenario, QuoteAnswer, _quote),
    Operation("/comparer", "Compare des scénarios au premier", SeveralScenarios, ComparisonAnswer, _comparison),
    Operation("/courriel", "Écrit la demande de devis", Scenario, RequestAnswer, _request),
    Operation("/besoins", "Dit ce qu'il faut prendre, au moins cher", Wanted, NeedsAnswer, _needs),
)
