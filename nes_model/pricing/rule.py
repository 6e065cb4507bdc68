"""The one rule: amount × quantity × periods, for every charge that a scenario calls for."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from nes_model.catalogue.charge import MONTHS, Charge
from nes_model.catalogue.edition import Edition
from nes_model.catalogue.offer import Offer, Taking
from nes_model.catalogue.what_if import apply_what_ifs, list_what_ifs
from nes_model.catalogue.wording import explain_missing_price, name_unit, write_formula
from nes_model.money import Amount, Costs
from nes_model.pricing.quote import Line, Quote, QuoteLine, QuoteRow, UnpricedLine
from nes_model.scenario import checking
from nes_model.scenario.checking import CheckedScenario
from nes_model.scenario.scenario import Scenario


def price(scenario: Scenario, edition: Edition, later: Sequence[Edition] = ()) -> Quote:
    """What a scenario that is built in code costs under that edition: `price_checked`, once it is checked.

    Raises:
        InvalidInputError: the scenario names what the edition does not have, or may not sell to it.
    """
    return price_checked(checking.check_or_raise(scenario, edition), later)


def price_checked(checked: CheckedScenario, later: Sequence[Edition] = ()) -> Quote:
    """What the scenario costs under its edition, with the readings and the tariffs that it supposes.

    Args:
        checked: what is asked, and the tariffs of the first year.
        later: the editions of the next years, in order; the first that cannot answer the scenario ends them.
    """
    scenario = checked.scenario
    applied = apply_what_ifs(checked.read, scenario.tariffs)
    answering = tuple(_answered(scenario, later))
    return Quote(
        checked,
        applied,
        rows=tuple(count_charges(scenario, applied)),
        what_ifs=list_what_ifs(checked.read, scenario.tariffs),
        later=tuple(price_checked(each) for each in answering),
        unanswered=later[len(answering)].header.id if len(answering) < len(later) else None,
    )


def _answered(scenario: Scenario, editions: Sequence[Edition]) -> Iterator[CheckedScenario]:
    """The scenario under each edition, up to the first that cannot answer it."""
    for edition in editions:
        checked, _ = checking.check(scenario, edition)
        if checked is None:
            return
        yield checked


def count_charges(scenario: Scenario, edition: Edition) -> Iterator[QuoteRow]:
    """Every charge that the scenario's category and options call for, in catalogue order; alternatives in one row.

    Args:
        scenario: what is asked.
        edition: the edition as the scenario's readings and tariffs make it.
    """
    for offer in edition.offers:
        if offer.taking is Taking.MANDATORY or offer.id in scenario.options:
            yield from count_offer(offer, scenario, edition)


def count_offer(offer: Offer, scenario: Scenario, edition: Edition) -> Iterator[QuoteRow]:
    """The charges of one offer alone, as a scenario that takes it is billed them; no other offer changes them."""
    for charges in offer.billed_to(scenario.category):
        weighed = tuple(_count(offer, charge, scenario, edition.header.vat_rate) for charge in charges)
        yield QuoteRow(_choose(weighed, scenario), weighed)


def _count(offer: Offer, charge: Charge, scenario: Scenario, vat_rate: Decimal) -> Line:
    quantity = scenario.quantity(offer.id, charge.per)
    choice = scenario.options.get(offer.id)
    recurs = charge.recurs(choice.every if choice else None)
    if charge.amount is None or not (quantity or charge.per.may_be_nil):  # counting nobody would make it free
        return UnpricedLine(offer, charge, recurs, reason=explain_missing_price(charge))
    whole_year = charge.amount * quantity * charge.periods
    months = scenario.first_year_months if charge.follows_months else MONTHS
    return QuoteLine(
        offer,
        charge,
        recurs,
        quantity,
        Costs((whole_year * months / MONTHS).to_cents(), whole_year.to_cents() if recurs else Amount.zero()),
        explanation=write_formula(charge, quantity, scenario.first_year_months, recurs=recurs),
        vat_rate=vat_rate,
    )


def _choose(row: tuple[Line, ...], scenario: Scenario) -> Line:
    """Of alternatives, the one billed: as asked, else the cheapest a year; it says why."""
    known = [line for line in row if isinstance(line, QuoteLine)]
    if len(row) == 1 or not known:
        return row[0]
    cheapest = min(known, key=_yearly)
    choice = scenario.options.get(cheapest.offer.id)
    asked = choice.billing if choice else None
    billed = next((line for line in known if line.charge.per is asked), cheapest)
    return replace(billed, explanation=f"{billed.explanation} ({_why(billed, row)})")


def _why(billed: QuoteLine, row: tuple[Line, ...]) -> str:
    """Why this alternative, against each of the others."""
    return " ; ".join(_against(billed, other) for other in row if other is not billed)


def _against(billed: QuoteLine, other: Line) -> str:
    if isinstance(other, UnpricedLine):
        return f"prix par {name_unit(other.charge.per)} : {other.reason}"
    if billed.following_years == other.following_years:
        return f"même prix que {other.explanation}"
    cheaper = _yearly(billed) < _yearly(other)
    return f"{'moins cher que' if cheaper else 'demandé, plus cher que'} {other.explanation}"


def _yearly(line: QuoteLine) -> tuple[Decimal, Decimal]:
    """What alternatives are ranked by: the most that a year may cost, then the least."""
    return line.following_years.high, line.following_years.low
