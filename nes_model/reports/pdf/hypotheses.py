"""What a quote takes for granted, defaults included, in French."""

from collections.abc import Iterator

from nes_model.catalogue.charge import Charge
from nes_model.catalogue.wording import format_quantity, name_unit
from nes_model.french import write_count
from nes_model.pricing.cautions import write_increase
from nes_model.pricing.quote import Quote, QuoteLine
from nes_model.scenario.scenario import Scenario

Hypothesis = tuple[str, str]  # what it is about, and what is supposed


def list_hypotheses(quote: Quote) -> tuple[Hypothesis, ...]:
    """Everything that the reader may want to suppose otherwise."""
    scenario = quote.scenario
    return (
        ("Première année", f"{scenario.first_year_months} mois de services mensuels"),
        ("Cumul", f"{write_count(scenario.horizon, 'an')}, première année comprise"),
        ("Hausse des prix", _increase(quote)),
        ("Catalogue", _readings(scenario)),
        *_billings(quote),
        *_rhythms(quote),
    )


def write_default_quantities(quote: Quote) -> Iterator[str]:
    """What is counted for want of a number, in a sentence."""
    labels: dict[str, list[str]] = {}
    for line in quote.lines:
        if not line.charge.per.is_count and quote.scenario.options[line.offer.id].quantity is None:
            labels.setdefault(format_quantity(line.charge.per, line.quantity), []).append(line.label)
    if labels:
        counted = " ; ".join(f"{quantity} ({', '.join(names)})" for quantity, names in labels.items())
        yield f"Faute d'un nombre indiqué, sont comptés : {counted}."


def _increase(quote: Quote) -> str:
    if not quote.scenario.yearly_increase:
        return "aucune ; le catalogue n'en dit rien"
    start = f"après l'édition {quote.later[-1].edition.header.id}" if quote.later else "dès la deuxième année"
    return f"{write_increase(quote.scenario)} par an sur ce qui revient, {start} ; le catalogue n'en dit rien"


def _readings(scenario: Scenario) -> str:
    if not scenario.readings:
        return "les lectures que le simulateur retient"
    return f"autre lecture pour {', '.join(scenario.readings)} ; celles que le simulateur retient pour le reste"


def _billings(quote: Quote) -> Iterator[Hypothesis]:
    """The choices between a price by user and one by structure."""
    billed = {line.charge.id: line for line in quote.lines}
    for offer in quote.edition.offers:
        for charges in offer.billed_to(quote.scenario.category):
            for line in [billed[charge.id] for charge in charges if charge.id in billed and len(charges) > 1]:
                yield offer.label, _billing(line, charges, quote.scenario)


def _billing(line: QuoteLine, charges: tuple[Charge, ...], scenario: Scenario) -> str:
    choice = scenario.options.get(line.offer.id)
    if choice and choice.billing is line.charge.per:
        return f"prix par {name_unit(line.charge.per)}, à votre demande"
    if not all(charge.amount and scenario.quantity(line.offer.id, charge.per) for charge in charges):
        return f"prix par {name_unit(line.charge.per)}, le seul qui se calcule"
    return f"le moins cher des prix {' et '.join(f'par {name_unit(charge.per)}' for charge in charges)}"


def _rhythms(quote: Quote) -> Iterator[Hypothesis]:
    """What could be asked for once or every year."""
    recurs = {line.recurs for line in quote.lines if line.charge.every_is_free}
    if recurs:
        once, yearly = "comptés une seule fois", "comptés chaque année"
        mixed = f"{once}, sauf mention « chaque année »"
        yield "Jours, heures, sessions", mixed if len(recurs) > 1 else yearly if recurs.pop() else once
