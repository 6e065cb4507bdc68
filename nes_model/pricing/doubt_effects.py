"""The points à confirmer that touch a quote, and what each other reading would change in its totals."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from nes_model.catalogue.doubt import RETAINED, Doubt
from nes_model.catalogue.edition import Edition
from nes_model.documents.nodes import Finding
from nes_model.french import write_count
from nes_model.money import Amount, Costed, Costs, format_euros
from nes_model.pricing.quote import Quote
from nes_model.pricing.rule import price_checked
from nes_model.scenario import checking
from nes_model.scenario.checking import CheckedScenario
from nes_model.scenario.scenario import OptionChoice, Scenario

_NONE = "aucune autre lecture du catalogue ne changerait ces montants"
_ONE = "1 point à confirmer peut changer ces montants"
_DETAILS = {field.alias: name for name, field in OptionChoice.model_fields.items()}


@dataclass(frozen=True, slots=True)
class Effect(Costed):
    """What another reading would change, in signed euros: the lows' difference, then the highs'."""

    choice: str  # the id of the reading, or "retenue"
    label: str
    costs: Costs
    unpriced: int  # how many more lines would have no price
    lost_options: tuple[str, ...] = ()  # labels of the options that it would withdraw

    @property
    def is_nil(self) -> bool:
        """Whether no total would move."""
        return not (self.costs or self.unpriced or self.lost_options)

    def __str__(self) -> str:
        """The effect, in French."""
        if self.is_nil:
            return "sans effet sur ces montants"
        parts = list_gaps(self.costs)
        if self.unpriced:
            way = "plus" if self.unpriced > 0 else "moins"
            parts.append(f"{write_count(abs(self.unpriced), 'prestation')} de {way} sans prix")
        parts += [f"sans l'option « {label} »" for label in self.lost_options]
        return ", ".join(parts)


@dataclass(frozen=True, slots=True)
class DoubtInQuote:
    """A point à confirmer as it stands in a quote."""

    doubt: Doubt
    choice: str  # the reading used: "retenue", or the id of another
    others: tuple[Effect, ...]

    @property
    def used(self) -> str:
        """The reading used, in French."""
        return self.doubt.label_of(self.choice)

    @property
    def moves(self) -> bool:
        """Whether another reading would move a total."""
        return any(not effect.is_nil for effect in self.others)


def find_points(quote: Quote, edition: Edition) -> tuple[DoubtInQuote, ...]:
    """The points that touch a quote's lines, each other reading priced again.

    Args:
        quote: the quote to examine.
        edition: the edition as it is published, under which the quote was priced.
    """
    return tuple(_point(edition.doubts_by_id[doubt], quote, edition) for doubt in quote.doubts)


def summarise_points(touching: Sequence[DoubtInQuote]) -> str:
    """How many of a quote's points could change its totals, and how many cannot be priced otherwise, in French."""
    moving = sum(point.moves for point in touching)
    silent = sum(not point.others for point in touching)
    said = f"{moving} points à confirmer peuvent changer ces montants" if moving > 1 else _ONE if moving else _NONE
    return f"{said} · {write_count(silent, 'point')} à confirmer sans autre montant possible" if silent else said


def list_gaps(costs: Costs) -> list[str]:
    """A difference of costs in French, without what does not move: "5,00 € de plus la première année"."""
    periods = [(costs.first_year, "la première année"), (costs.following_years, "chaque année suivante")]
    return [f"{_format_signed(amount)} {period}" for amount, period in periods if amount]


def _format_signed(amount: Amount) -> str:
    """A difference in French: "1 668,15 € de plus", "5,00 € à 8,00 € de moins"."""
    if amount.low >= 0 and amount.high >= 0:
        return f"{_ordered(amount)} de plus"
    if amount.low <= 0 and amount.high <= 0:
        return f"{_ordered(amount * -1)} de moins"
    return f"de {format_euros(amount.low)} à {format_euros(amount.high)}"


def _ordered(amount: Amount) -> Amount:
    return Amount(min(amount.low, amount.high), max(amount.low, amount.high))


def _point(doubt: Doubt, quote: Quote, edition: Edition) -> DoubtInQuote:
    used = quote.scenario.readings.get(doubt.id, RETAINED)
    others = (_effect(doubt, choice, quote, edition) for choice in doubt.labels if choice != used)
    return DoubtInQuote(doubt, used, tuple(others))


def _effect(doubt: Doubt, choice: str, quote: Quote, edition: Edition) -> Effect:
    asked = quote.scenario.with_reading(doubt.id, choice)
    other = price_checked(drop_unavailable(asked, edition))
    lost = tuple(edition.options[option].label for option in asked.options if option not in other.scenario.options)
    return Effect(
        choice,
        doubt.label_of(choice),
        other.costs - quote.costs,
        len(other.unpriced) - len(quote.unpriced),
        lost,
    )


def drop_unavailable(scenario: Scenario, edition: Edition) -> CheckedScenario:
    """The scenario without the options, and details of options, that its category may not have under its readings.

    Raises:
        InvalidInputError: the edition cannot answer the rest.
    """
    checked, found = checking.check(scenario, edition)
    return checked or checking.check_or_raise(_without(scenario, found), edition)


def _without(scenario: Scenario, found: Iterable[Finding]) -> Scenario:
    options = dict(scenario.options)
    for path, _ in found:
        match path:
            case ("options", str(option)):
                del options[option]
            case ("options", str(option), detail):
                options[option] = options[option].model_copy(update={_DETAILS[str(detail)]: None})
    return scenario.model_copy(update={"options": options})
