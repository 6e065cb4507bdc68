"""The points à confirmer that touch a quote, and what each other reading would change in its totals."""

from collections.abc import Sequence
from dataclasses import dataclass

from nes_model.catalogue.doubt import Reading
from nes_model.catalogue.edition import Edition
from nes_model.money import Amount, format_euros
from nes_model.pricing.quote import Quote
from nes_model.pricing.rule import price
from nes_model.scenario import checking
from nes_model.scenario.scenario import KEPT, OptionChoice, Scenario

_NONE = "aucune autre lecture du catalogue ne changerait ces montants"
_ONE = "1 point à confirmer peut changer ces montants"
_DETAILS = {field.alias: name for name, field in OptionChoice.model_fields.items()}


@dataclass(frozen=True, slots=True)
class Effect:
    """What another reading would change, in signed euros: the lows' difference, then the highs'."""

    choice: str  # the id of the reading, or "retenue"
    label: str
    first_year: Amount
    following_years: Amount
    unpriced: int  # how many more lines would have no price
    lost_options: tuple[str, ...] = ()  # labels of the options that it would withdraw

    @property
    def is_nil(self) -> bool:
        """Whether no total would move."""
        return not (self.first_year or self.following_years or self.unpriced or self.lost_options)

    def __str__(self) -> str:
        """The effect, in French."""
        if self.is_nil:
            return "sans effet sur ces montants"
        parts = [
            f"{signed(amount)} {when}"
            for amount, when in [
                (self.first_year, "la première année"),
                (self.following_years, "chaque année suivante"),
            ]
            if amount
        ]
        if self.unpriced > 0:
            parts.append(f"{self.unpriced} prestation{'s' * (self.unpriced > 1)} de plus sans prix")
        if self.unpriced < 0:
            parts.append(f"{-self.unpriced} prestation{'s' * (self.unpriced < -1)} de moins sans prix")
        parts += [f"sans l'option « {label} »" for label in self.lost_options]
        return ", ".join(parts)


@dataclass(frozen=True, slots=True)
class Point:
    """A point à confirmer as it stands in a quote."""

    reading: Reading
    choice: str  # the reading used: "retenue", or the id of another
    others: tuple[Effect, ...]

    @property
    def used(self) -> str:
        """The reading used, in French."""
        return label_of(self.reading, self.choice)

    @property
    def moves(self) -> bool:
        """Whether another reading would move a total."""
        return any(not effect.is_nil for effect in self.others)


def points(quote: Quote, edition: Edition) -> tuple[Point, ...]:
    """The points that touch a quote's lines, each other reading priced again.

    Args:
        quote: the quote to examine.
        edition: the edition as it is kept, under which the quote was priced.
    """
    return tuple(_point(edition.readings_by_id[reading], quote, edition) for reading in quote.readings)


def said_of(touching: Sequence[Point]) -> str:
    """How many of a quote's points could change its totals, and how many cannot be priced otherwise, in French."""
    moving = sum(point.moves for point in touching)
    silent = sum(not point.others for point in touching)
    said = f"{moving} points à confirmer peuvent changer ces montants" if moving > 1 else _ONE if moving else _NONE
    return f"{said} · {silent} point{'s' * (silent > 1)} à confirmer sans autre montant possible" if silent else said


def label_of(reading: Reading, choice: str) -> str:
    """What a reading says, the kept one or another."""
    other = reading.alternative(choice)
    return other.label if other else reading.kept


def signed(amount: Amount) -> str:
    """A difference in French: "1 668,15 € de plus", "entre 5,00 € et 8,00 € de moins"."""
    if amount.low >= 0 and amount.high >= 0:
        return f"{_ordered(amount)} de plus"
    if amount.low <= 0 and amount.high <= 0:
        return f"{_ordered(amount * -1)} de moins"
    return f"de {format_euros(amount.low)} à {format_euros(amount.high)}"


def _ordered(amount: Amount) -> Amount:
    return Amount(min(amount.low, amount.high), max(amount.low, amount.high))


def _point(reading: Reading, quote: Quote, edition: Edition) -> Point:
    used = quote.scenario.readings.get(reading.id, KEPT)
    others = [choice for choice in (KEPT, *(other.id for other in reading.others)) if choice != used]
    return Point(reading, used, tuple(_effect(reading, choice, quote, edition) for choice in others))


def _effect(reading: Reading, choice: str, quote: Quote, edition: Edition) -> Effect:
    asked = _with_reading(quote.scenario, reading.id, choice)
    possible = without_unavailable(asked, edition)
    other = price(possible, edition)
    lost = tuple(edition.options[option].label for option in asked.options if option not in possible.options)
    return Effect(
        choice,
        label_of(reading, choice),
        other.first_year - quote.first_year,
        other.following_years - quote.following_years,
        len(other.unpriced) - len(quote.unpriced),
        lost,
    )


def _with_reading(scenario: Scenario, reading: str, choice: str) -> Scenario:
    others = {each: chosen for each, chosen in scenario.readings.items() if each != reading}
    return scenario.model_copy(update={"readings": others if choice == KEPT else others | {reading: choice}})


def without_unavailable(scenario: Scenario, edition: Edition) -> Scenario:
    """The scenario without the options, and details of options, that its category may not have under its readings."""
    options = dict(scenario.options)
    for path, _ in checking.findings(scenario, edition):
        match path:
            case ("options", str(option)):
                del options[option]
            case ("options", str(option), detail):
                options[option] = options[option].model_copy(update={_DETAILS[str(detail)]: None})
    return scenario.model_copy(update={"options": options})
