"""A quote's lines as CSV, as French Excel opens it: semicolons, decimal commas."""

import csv
import io
from decimal import Decimal

from nes_model.charge import Cadence
from nes_model.money import Amount, to_cents
from nes_model.quote import Billed, Quote

HEADER = (
    "id",
    "offre",
    "libelle",
    "rythme",
    "premiere_annee_min",
    "premiere_annee_max",
    "annees_suivantes_min",
    "annees_suivantes_max",
    "explication",
    "source",
    "lectures",
)


def quote_csv(quote: Quote) -> str:
    """One row a line; what is not priced has its reason and no amount."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";", lineterminator="\n")
    writer.writerow(HEADER)
    for line in quote.lines:
        amounts = (*_ends(line.first_year), *_ends(line.following_years))
        writer.writerow((*_what(line, line.cadence), *amounts, line.explanation, *_evidence(line)))
    for each in quote.unpriced:
        reason = f"non chiffré : {each.reason}"
        writer.writerow((*_what(each, each.charge.every), "", "", "", "", reason, *_evidence(each)))
    return text.getvalue()


def _what(line: Billed, cadence: Cadence) -> tuple[str, ...]:
    return line.id, line.offer.id, line.label, cadence.value


def _evidence(line: Billed) -> tuple[str, ...]:
    return line.source, " ".join(line.charge.readings)


def _ends(amount: Amount) -> tuple[str, str]:
    return _comma(amount.low), _comma(amount.high)


def _comma(euros: Decimal) -> str:
    return str(to_cents(euros)).replace(".", ",")
