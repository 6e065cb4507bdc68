"""The letter by which a visitor asks NeS for a quote: a short French text, for their own mail program or to copy."""

from collections.abc import Iterator
from typing import Annotated, Self
from urllib.parse import quote as percent_encode

from pydantic import Field

from nes_model.catalogue.edition import Edition
from nes_model.pricing.cautions import name_missing_prices
from nes_model.pricing.doubt_effects import find_points
from nes_model.pricing.quote import Quote
from nes_model.pricing.sentences import qualify_following_years
from nes_model.pricing.summary import summarise
from nes_model.reports.json_answer import JsonAnswer

MOST_ENCODED = 1_800  # characters of a mail address and its text: past 2,000, some mail programs open an empty letter


class RequestAnswer(JsonAnswer):
    """A request for a quote, already written."""

    texte: str
    adresse: Annotated[str, Field(description="Une adresse « mailto: », assez courte pour toute messagerie.")]

    @classmethod
    def of(cls, quote: Quote, edition: Edition, link: str = "") -> Self:
        """The letter, and the address that opens it; as `write_request` and `write_mail_link`."""
        return cls(texte=write_request(quote, edition, link), adresse=write_mail_link(quote, edition, link))


def write_request(quote: Quote, edition: Edition, link: str) -> str:
    """Who asks, for what, the estimate, what is to be confirmed, and the link that opens it.

    Args:
        quote: what is asked for; its amounts are euros.
        edition: the edition in force, for the points à confirmer and the category's name.
        link: the address of the simulation; none when there is none to give.
    """
    return _write(quote, edition, link, most_doubts=None)


def write_mail_link(quote: Quote, edition: Edition, link: str) -> str:
    """A `mailto:` address to the catalogue's contact, with that text: shorter where a mail program would cut it.

    What is left out first is the list of the points à confirmer, then the link, which the text to copy still holds.
    """
    subject = percent_encode(f"Demande de devis : {_name(quote, edition)}"[:120])
    start = f"mailto:{edition.header.contact}?subject={subject}&body="
    for text in (
        _write(quote, edition, link, most_doubts=None),
        _write(quote, edition, link, most_doubts=0),
        _write(quote, edition, "", most_doubts=0),
    ):
        address = start + percent_encode(text.replace("\n", "\r\n"))
        if len(address) <= MOST_ENCODED:
            return address
    return start + percent_encode(f"{_HELLO}\r\n\r\n{_figures(quote)}\r\n\r\n{_BYE}")


_HELLO, _BYE = "Bonjour,", "Cordialement,"


def _write(quote: Quote, edition: Edition, link: str, most_doubts: int | None) -> str:
    points = find_points(quote, edition)[:most_doubts]
    parts = [
        _HELLO,
        f"Nous envisageons d'adhérer à Normand'e-Santé et vous demandons un devis pour : {_name(quote, edition)}.",
        "\n".join(_what(quote, edition)),
        _figures(quote),
    ]
    if points:
        parts.append("\n".join(["À confirmer :", *(f"- {point.doubt.id}, {point.doubt.title}" for point in points)]))
    if link:
        parts.append(f"La simulation : {link}")
    return "\n\n".join([*parts, _BYE])


def _name(quote: Quote, edition: Edition) -> str:
    category = quote.scenario.category
    who = quote.scenario.label or edition.categories[category].label
    return f"{who} (collège {edition.college_of(category).id})"


def _what(quote: Quote, edition: Edition) -> Iterator[str]:
    yield f"Ce que nous avons chiffré : {summarise(quote)}."
    if quote.what_ifs:
        yield "Ces montants supposent d'autres tarifs que ceux en vigueur."
    yield f"Estimation du simulateur, d'après : {edition.header.label}."


def _figures(quote: Quote) -> str:
    left_out = f" ({name_missing_prices(quote)})" if quote.unpriced else ""
    supposed = [each for each in qualify_following_years(quote) if not each.startswith("+")]
    read_with = f" Montants {', '.join(supposed)}." if supposed else ""
    return f"Première année : {quote.first_year}. Chaque année suivante : {quote.following_years}{left_out}.{read_with}"
