"""What can be asked of the API: one entry each, from which the routes and the description are made."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel

from nes_model.catalogue.edition import Edition
from nes_model.comparison.difference import split_difference
from nes_model.needs.recommendation import recommend
from nes_model.pricing.rule import price_checked
from nes_model.reports.comparison_json import ComparisonAnswer
from nes_model.reports.edition_json import EditionAnswer
from nes_model.reports.json_answer import JsonAnswer
from nes_model.reports.needs_json import NeedsAnswer
from nes_model.reports.quote_json import QuoteAnswer
from nes_model.reports.quote_request import RequestAnswer
from nes_model.scenario.scenario import Scenario
from server.api.inputs import SeveralScenarios, Wanted, read_scenario, read_scenarios, read_wanted


@dataclass(frozen=True, slots=True)
class Operation:
    """One address: what it takes, what it answers, and how."""

    path: str
    summary: str
    takes: type[BaseModel] | None  # None: asked with GET, without a body
    gives: type[JsonAnswer]
    answer: Callable[[Any, Edition, Sequence[Edition]], JsonAnswer]  # the last are those of the next years

    @property
    def method(self) -> str:
        """How it is asked."""
        return "GET" if self.takes is None else "POST"


def _quote(sent: Any, edition: Edition, later: Sequence[Edition]) -> QuoteAnswer:
    return QuoteAnswer.of(price_checked(read_scenario(sent, edition), later), edition)


def _comparison(sent: Any, edition: Edition, later: Sequence[Edition]) -> ComparisonAnswer:
    quotes = [price_checked(each, later) for each in read_scenarios(sent, edition)]
    differences = [split_difference(quotes[0], other) for other in quotes[1:]]
    return ComparisonAnswer.of(quotes, differences, [None] * len(quotes), edition)


def _needs(sent: Any, edition: Edition, later: Sequence[Edition]) -> NeedsAnswer:
    wanted = read_wanted(sent, edition)
    return NeedsAnswer.of(recommend(wanted.needs, wanted, edition, later))


def _request(sent: Any, edition: Edition, later: Sequence[Edition]) -> RequestAnswer:
    return RequestAnswer.of(price_checked(read_scenario(sent, edition), later), edition)


def _edition(_: Any, edition: Edition, __: Sequence[Edition]) -> EditionAnswer:
    return EditionAnswer.of(edition)


OPERATIONS = (
    Operation("/edition", "L'édition en vigueur, et les mots d'un scénario", None, EditionAnswer, _edition),
    Operation("/devis", "Chiffre un scénario, ligne à ligne", Scenario, QuoteAnswer, _quote),
    Operation("/comparer", "Compare des scénarios au premier", SeveralScenarios, ComparisonAnswer, _comparison),
    Operation("/courriel", "Écrit la demande de devis", Scenario, RequestAnswer, _request),
    Operation("/besoins", "Dit ce qu'il faut prendre, au moins cher", Wanted, NeedsAnswer, _needs),
)
