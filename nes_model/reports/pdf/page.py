"""What a quote's page for a board says, as plain data; `devis.typ` only lays it out."""

from typing import Any

from nes_model.catalogue.charge import Cadence
from nes_model.catalogue.doubt import RETAINED
from nes_model.catalogue.edition import Edition
from nes_model.french import capitalise
from nes_model.money import Amount
from nes_model.pricing.doubt_effects import DoubtInQuote, find_points, summarise_points
from nes_model.pricing.quote import Billed, Quote, QuoteLine, Unpriced
from nes_model.pricing.sentences import name_missing_prices, write_notes
from nes_model.pricing.worth import write_access, write_cost_each_month
from nes_model.reports.amounts import brief
from nes_model.reports.pdf.chart import board_chart
from nes_model.reports.pdf.headline import board_figures, board_years
from nes_model.reports.pdf.hypotheses import counts, default_quantities, hypotheses

Data = dict[str, Any]
_RHYTHMS = {Cadence.ONCE: "une fois", Cadence.MONTHLY: "chaque mois", Cadence.YEARLY: "chaque année"}


def board_page(quote: Quote, edition: Edition) -> Data:
    """Everything printed but the organisation's own name, the date and the link.

    Args:
        quote: the quote to print.
        edition: the edition as it is kept, under which the quote was priced.
    """
    touching = find_points(quote, edition)
    return {
        "who": _who(quote, edition),
        "kind": "Simulation de tarif" if quote.what_ifs else "Estimation",
        "supposed": [str(each) for each in quote.what_ifs],
        "other_readings": _other_readings(quote, edition),
        "figures": board_figures(quote),
        "worth": " ".join(each for each in (write_access(quote), write_cost_each_month(quote)) if each),
        "warnings": _warnings(quote, touching),
        "chart": board_chart(quote),
        "years": board_years(quote),
        "hypotheses": hypotheses(quote),
        "lines": [_line(line) for line in quote.lines],
        "total": {"first_year": brief(quote.first_year), "following_years": brief(quote.following_years)},
        "unpriced": [_unpriced(each) for each in quote.unpriced],
        "left_out": capitalise(name_missing_prices(quote)),
        "notes": (*write_notes(quote), *default_quantities(quote)),
        "points": [_point(point) for point in touching],
        "unsaid": _unsaid(quote, edition),
        "edition": _edition(edition),
        "contacts": _contacts(edition),
        "whom_to_ask": [f"{each.line}." for each in edition.joining.contacts],
        "steps": [
            {"when": each.when or "", "who": each.who or "", "what": each.what} for each in edition.joining.steps
        ],
        "without_membership": " ".join(edition.joining.steps_of_non_members),
    }


def _who(quote: Quote, edition: Edition) -> Data:
    college = edition.college_of(quote.scenario.category)
    return {
        "category": edition.categories[quote.scenario.category].label,
        "college": f"{college.id} ({college.label})",
        "counts": counts(quote),
    }


def _unsaid(quote: Quote, edition: Edition) -> str:
    """What the reader may ask and the catalogue does not answer."""
    left = edition.questions_left(quote.scenario.category, quote.offers)
    return capitalise(" ; ".join(each.question for each in left))


def _edition(edition: Edition) -> Data:
    header = edition.header
    return {
        "label": header.label[:1].lower() + header.label[1:],
        "document": header.document,
        "in_force": header.in_force,
        "contact": header.contact,
    }


def _contacts(edition: Edition) -> list[str]:
    """How to reach those who make quotes."""
    return [
        f"{each.subject} : {', '.join(filter(None, (each.phone, each.email)))}."
        for each in edition.joining.contacts
        if each.email == edition.header.contact
    ]


def _other_readings(quote: Quote, edition: Edition) -> list[Data]:
    """The places of the catalogue that this quote reads otherwise than the edition does."""
    chosen = [(edition.doubts_by_id[doubt], choice) for doubt, choice in quote.scenario.readings.items()]
    return [{"id": doubt.id, "used": doubt.label_of(choice), "kept": doubt.retained} for doubt, choice in chosen]


def _warnings(quote: Quote, touching: tuple[DoubtInQuote, ...]) -> list[str]:
    """How sure the totals are, in a few words each."""
    return [
        capitalise(name_missing_prices(quote)) or "Tout est chiffré",
        *(["montants hors taxes et à la taxe non précisée mêlés"] if quote.mixes_taxes else []),
        summarise_points(touching),
    ]


def _line(line: QuoteLine) -> Data:
    return {
        **_what(line, line.cadence),
        "formula": line.explanation,
        "first_year": _cell(line, line.first_year),
        "following_years": _cell(line, line.following_years) if line.recurs else None,
    }


def _unpriced(each: Unpriced) -> Data:
    reason = capitalise(each.reason)
    return {**_what(each, each.charge.every), "formula": reason, "recurs": each.charge.every is not Cadence.ONCE}


def _what(each: Billed, cadence: Cadence) -> Data:
    return {
        "label": each.label,
        "rhythm": _RHYTHMS[cadence] + ", restituable" * each.charge.refundable,
        "source": each.source,
        "readings": each.charge.doubts,
    }


def _cell(line: QuoteLine, amount: Amount) -> Data:
    return {
        "amount": brief(amount),
        "incl_vat": brief(amount.incl_vat(line.vat_rate)) if line.is_excl_vat else None,
    }


def _point(point: DoubtInQuote) -> Data:
    doubt = point.doubt
    return {
        "id": doubt.id,
        "title": doubt.title,
        "printed": capitalise(doubt.printed),
        "kept": capitalise(doubt.retained) if point.choice == RETAINED else doubt.retained,
        "used": None if point.choice == RETAINED else point.used,
        "reason": doubt.reason,
        "others": _effects(point),
    }


def _effects(point: DoubtInQuote) -> list[Data]:
    return [{"label": capitalise(effect.label), "effect": str(effect)} for effect in point.others]
