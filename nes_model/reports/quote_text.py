"""A quote as plain text, for a terminal."""

from collections.abc import Sequence

from nes_model.catalogue.edition import Edition
from nes_model.french import write_count
from nes_model.pricing.cautions import name_left_out_later
from nes_model.pricing.doubt_effects import find_points
from nes_model.pricing.projection import project
from nes_model.pricing.quote import Quote
from nes_model.pricing.sentences import qualify_first_year, qualify_following_years, write_notes


def write_quote_text(quote: Quote, edition: Edition) -> str:
    """The totals, then every line with its formula and source, then every doubt."""
    return "\n".join([*_totals(quote, edition), *_lines(quote), *_notes(quote), *_points(quote, edition)])


def _totals(quote: Quote, edition: Edition) -> list[str]:
    category = edition.categories[quote.scenario.category]
    years = project(quote)
    over_years = (*qualify_first_year(quote), *name_left_out_later(quote))
    rows = [
        ("Première année", quote.first_year, qualify_first_year(quote)),
        ("Chaque année suivante", quote.following_years, qualify_following_years(quote)),
        ("Capital restituable", quote.refundable, ()),
        (f"Cumul sur {write_count(len(years), 'an')}", years[-1].cumulative, over_years),
    ]
    return [
        f"{quote.checked.name} (collège {edition.college_of(category.id).id}, catégorie {category.id})",
        f"Estimation d'après : {edition.header.label}. Elle ne vaut pas devis.",
        "",
        *(f"  {label:<24}{amount!s:>16}{_qualified(said)}" for label, amount, said in rows),
    ]


def _qualified(said: Sequence[str]) -> str:
    return f"  ({' ; '.join(said)})" if said else ""


def _lines(quote: Quote) -> list[str]:
    text = ["", "Lignes"]
    for line in quote.lines:
        tax = " HT" if line.is_excl_vat else ""
        text += [
            f"  {line.label} : {line.first_year}{tax} la première année, {line.following_years}{tax} ensuite",
            f"    {line.explanation}",
            f"    Source : {line.source}{_readings(line.charge.doubts)}",
        ]
    return text


def _readings(readings: tuple[str, ...]) -> str:
    return f" ; à confirmer : {', '.join(readings)}" if readings else ""


def _notes(quote: Quote) -> list[str]:
    found = write_notes(quote)
    return ["", "À savoir", *(f"  {note}" for note in found)] if found else []


def _points(quote: Quote, edition: Edition) -> list[str]:
    text = ["", "À confirmer"] if quote.doubts else []
    for point in find_points(quote, edition):
        text.append(f"  {point.doubt.id} {point.doubt.title} : {point.used}")
        text += [f"    Si {effect.label} : {effect}" for effect in point.others]
    return text
