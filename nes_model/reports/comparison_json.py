"""A comparison as one JSON object; the parts of a difference add up to it, end by end."""

from collections.abc import Sequence
from typing import Annotated, Self

from pydantic import Field

from nes_model.catalogue.edition import Edition
from nes_model.comparison.common_rows import name_quotes
from nes_model.comparison.difference import Difference, DifferencePart
from nes_model.comparison.then_and_now import Reopened, describe_reopened
from nes_model.pricing.quote import Quote
from nes_model.reports.json_answer import Gap, JsonAnswer, RangeAnswer, sign_gap
from nes_model.reports.quote_json import QuoteAnswer


class PartAnswer(JsonAnswer):
    """What one change does to one line."""

    cause: str
    libelle: str
    premiere_annee: Gap
    annees_suivantes: Gap

    @classmethod
    def of(cls, part: DifferencePart) -> Self:
        """The change, the line, and both differences."""
        return cls(
            cause=part.cause.value,
            libelle=part.label,
            premiere_annee=sign_gap(part.first_year),
            annees_suivantes=sign_gap(part.following_years),
        )


class DifferenceAnswer(JsonAnswer):
    """From the first scenario to another, in parts that add up."""

    de: str
    vers: str
    premiere_annee: Gap
    annees_suivantes: Gap
    parts: list[PartAnswer]
    deja_comptes: Annotated[
        list[str], Field(description="Changements sans part à eux : les montants des parts les comprennent déjà.")
    ]
    non_chiffres: Annotated[list[str], Field(description="Options non chiffrées, et donc hors de l'écart.")]
    sans_effet: list[str]

    @classmethod
    def of(cls, before: str, after: str, difference: Difference) -> Self:
        """The difference between two scenarios, by their names."""
        return cls(
            de=before,
            vers=after,
            premiere_annee=sign_gap(difference.first_year),
            annees_suivantes=sign_gap(difference.following_years),
            parts=[PartAnswer.of(part) for part in difference.parts],
            deja_comptes=[change.label for change in difference.within_options],
            non_chiffres=[change.label for change in difference.without_price],
            sans_effet=[change.label for change in difference.without_effect],
        )


class ThenAnswer(JsonAnswer):
    """What a saved scenario was worth when it was saved; one that is sent never was."""

    scenario: int
    edition: str | None
    le: str
    premiere_annee: RangeAnswer
    annees_suivantes: RangeAnswer
    ecart_premiere_annee: Gap
    ecart_annees_suivantes: Gap
    constat: list[str]

    @classmethod
    def of(cls, number: int, each: Reopened) -> Self:
        """The figures of that day, and what has moved since.

        Args:
            number: of the scenario, from 1.
            each: the scenario opened again.
        """
        return cls(
            scenario=number,
            edition=each.edition,
            le=each.then.day,
            premiere_annee=RangeAnswer.of(each.then.first_year),
            annees_suivantes=RangeAnswer.of(each.then.following_years),
            ecart_premiere_annee=sign_gap(each.first_year),
            ecart_annees_suivantes=sign_gap(each.following_years),
            constat=list(describe_reopened(each)),
        )


class ComparisonAnswer(JsonAnswer):
    """Every scenario as it is priced alone, the difference of each one after the first, and what has moved since."""

    scenarios: list[QuoteAnswer]
    ecarts: list[DifferenceAnswer]
    chiffres_alors: list[ThenAnswer]

    @classmethod
    def of(
        cls,
        quotes: Sequence[Quote],
        differences: Sequence[Difference],
        then: Sequence[Reopened | None],
        edition: Edition,
    ) -> Self:
        """All that is said of a comparison.

        Args:
            quotes: the scenarios priced.
            differences: from the first to each of the others.
            then: for each quote, what it was worth when it was saved, if it was.
            edition: the edition as it is published.
        """
        first, *others = name_quotes(quotes)
        return cls(
            scenarios=[QuoteAnswer.of(quote, edition) for quote in quotes],
            ecarts=[DifferenceAnswer.of(first, name, each) for name, each in zip(others, differences, strict=True)],
            chiffres_alors=[ThenAnswer.of(number, each) for number, each in enumerate(then, start=1) if each],
        )
