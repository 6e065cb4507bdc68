"""The letter by which a visitor asks NeS for a quote: a short French text, for their own mail program or to copy."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, Self
from urllib.parse import quote as percent_encode

from pydantic import Field

from nes_model.catalogue.charge import MONTHS
from nes_model.catalogue.edition import Edition
from nes_model.french import write_count
from nes_model.pricing.cautions import name_missing_prices
from nes_model.pricing.doubt_effects import find_points
from nes_model.pricing.quote import Quote
from nes_model.reports.json_answer import JsonAnswer
from nes_model.reports.what_is_asked import list_cautions, list_counts, list_options

MOST_ENCODED = 1_800  # characters of a mail address and its text: past 2,000, some mail programs open an empty letter


@dataclass(frozen=True, slots=True)
class _Kept:
    """What of a request is said in full."""

    points: bool = True
    options: bool = True  # else they are counted
    link: bool = True
    name: int = MOST_ENCODED  # characters once encoded: more than any name has


_LONG, _SHORT = 200, 60  # of a name: an ordinary one of 120 characters, and what tells it from others
_SHORTER_AND_SHORTER = (
    _Kept(),
    _Kept(points=False),
    _Kept(points=False, name=_LONG),
    _Kept(points=False, name=_LONG, options=False),  # the link lists them
    _Kept(points=False, name=_LONG, link=False),
    _Kept(points=False, name=_LONG, options=False, link=False),
    _Kept(points=False, name=_SHORT, options=False, link=False),
)


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
    return _write(quote, edition, link, _Kept())


def write_mail_link(quote: Quote, edition: Edition, link: str) -> str:
    """A `mailto:` address to the catalogue's contact, with that text: shorter where a mail program would cut it.

    What the amounts suppose is always said. What goes first is the list of the points à confirmer, then the end of a
    long name, then the list of the options or the link, which the text to copy still holds.
    """
    for kept in _SHORTER_AND_SHORTER:
        address = _mail_link(quote, edition, link, kept)
        if len(address) <= MOST_ENCODED:
            break
    return address


def _mail_link(quote: Quote, edition: Edition, link: str, kept: _Kept) -> str:
    subject = percent_encode(f"Demande de devis : {_name(quote, edition, kept)}")
    text = percent_encode(_write(quote, edition, link, kept).replace("\n", "\r\n"))
    return f"mailto:{edition.header.contact}?subject={subject}&body={text}"


def _write(quote: Quote, edition: Edition, link: str, kept: _Kept) -> str:
    who = _name(quote, edition, kept)
    parts = [
        "Bonjour,",
        f"Nous envisageons d'adhérer à Normand'e-Santé et vous demandons un devis pour : {who}.",
        "\n".join(_what(quote, edition, kept)),
        "\n".join([_figures(quote), *list_cautions(quote)]),
    ]
    if kept.points and (points := find_points(quote, edition)):
        parts.append("\n".join(["À confirmer :", *(f"- {point.doubt.id}, {point.doubt.title}" for point in points)]))
    if kept.link and link:
        parts.append(f"La simulation : {link}")
    return "\n\n".join([*parts, "Cordialement,"])


def _name(quote: Quote, edition: Edition, kept: _Kept) -> str:
    college = edition.college_of(quote.scenario.category)
    return f"{_shorten(quote.checked.name, kept.name)} (collège {college.id})"


def _shorten(name: str, most: int) -> str:
    start = name
    while len(percent_encode(start)) > most:
        start = start[:-1]
    return name if start == name else f"{start.rstrip()}…"


def _what(quote: Quote, edition: Edition, kept: _Kept) -> Iterator[str]:
    yield f"Ce que nous avons chiffré : {' · '.join(_asked(quote, edition, kept))}."
    if quote.what_ifs:
        yield "Ces montants supposent d'autres tarifs que ceux en vigueur."
    yield f"Estimation du simulateur, d'après : {edition.header.label}."


def _asked(quote: Quote, edition: Edition, kept: _Kept) -> Iterator[str]:
    yield edition.categories[quote.scenario.category].label
    yield from list_counts(quote)
    options = list_options(quote)
    yield from options if kept.options or not options else [write_count(len(options), "option")]
    if quote.scenario.first_year_months < MONTHS:
        yield f"première année : {quote.scenario.first_year_months} mois"


def _figures(quote: Quote) -> str:
    left_out = f" ({name_missing_prices(quote)})" if quote.unpriced else ""
    return f"Première année : {quote.first_year}. Chaque année suivante : {quote.following_years}{left_out}."
