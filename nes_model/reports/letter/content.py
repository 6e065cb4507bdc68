"""What a letter of membership says. It is a draft: what nobody has typed is left to fill in by hand."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from nes_model.catalogue.charge import MONTHS
from nes_model.catalogue.edition import Edition
from nes_model.catalogue.offer import Taking
from nes_model.french import write_date
from nes_model.money import total_costs
from nes_model.pricing.cautions import name_missing_prices
from nes_model.pricing.quote import Quote, QuoteLine
from nes_model.reports.what_is_asked import list_cautions, list_counts, list_options
from nes_model.scenario.names import keep_shown

MOST_TYPED = 120  # characters of each line that is typed
_BLANK = "…" * 12
_NEXT_STEPS = (
    "Nous savons que notre demande sera soumise à l'assemblée générale, réunie deux à trois fois par an, et que les "
    "services peuvent nous être ouverts dès la réception de ce courrier.",
    "Nous attendons de vous la convention qui met les services à notre disposition, dans la version qui nous concerne, "
    "et les devis des prestations qui en demandent un.",
)
_ENCLOSURES = (
    "L'estimation détaillée, ligne à ligne (document PDF du simulateur).",
    "Les pièces que Normand'e-Santé nous demanderait : le catalogue n'en nomme aucune.",
)


@dataclass(frozen=True, slots=True)
class Sender:
    """Who asks, as typed: nothing of it is kept. Characters that would not show as written are left out."""

    organisation: str = ""
    address: str = ""  # on one line
    town: str = ""
    signatory: str = ""
    office: str = ""

    def show(self, name: str) -> str:
        """What was typed under that name, or room to write it by hand."""
        return keep_shown(getattr(self, name))[:MOST_TYPED].strip() or _BLANK


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter's parts in order, all of them text."""

    title: str
    draft: str  # what this is, said before all the rest
    sender: tuple[str, ...]
    recipient: tuple[str, ...]
    dated: str
    subject: str
    opening: tuple[str, ...]
    request: tuple[tuple[str, str], ...]  # what is asked for, label and value
    amounts: tuple[tuple[str, str, str], ...]  # what it costs: line, first year, each following year
    amounts_note: tuple[str, ...]
    next_steps: tuple[str, ...]
    enclosures: tuple[str, ...]
    closing: str
    signature: tuple[str, ...]
    language: str = field(default="fr-FR")


def write_letter(quote: Quote, edition: Edition, sender: Sender, on: date) -> Letter:
    """The letter for what a quote holds, estimated on a day under the published edition; what nobody typed is blank."""
    category = edition.categories[quote.scenario.category]
    college = edition.college_of(category.id)
    organisation = sender.show("organisation")
    return Letter(
        title="Demande d'adhésion à Normand'e-Santé",
        draft=_say_what_this_is(quote, on),
        sender=(organisation, sender.show("address"), f"Représentée par : {sender.show('signatory')}"),
        recipient=("Normand'e-Santé (NeS)", f"Adresse : {_BLANK}"),
        dated=f"À {sender.show('town')}, le {_BLANK}",
        subject=f"Demande d'adhésion au collège {college.id}, par lettre recommandée avec accusé de réception",
        opening=(
            "Madame, Monsieur,",
            f"{organisation} demande à devenir adhérent de Normand'e-Santé, au collège {college.id} "
            f"({college.label}), dans la catégorie « {category.label} ».",
        ),
        request=tuple(_list_request(quote)),
        amounts=tuple(_list_amounts(quote)),
        amounts_note=tuple(_qualify(quote, edition)),
        next_steps=_NEXT_STEPS,
        enclosures=_ENCLOSURES,
        closing="Nous vous prions d'agréer, Madame, Monsieur, l'expression de nos salutations distinguées.",
        signature=(sender.show("signatory"), sender.show("office"), "Signature :"),
    )


def _say_what_this_is(quote: Quote, on: date) -> str:
    supposed = " Ses montants supposent d'autres tarifs que ceux en vigueur." if quote.what_ifs else ""
    return (
        f"Projet de courrier, préparé d'après une estimation du {write_date(on)}. Relisez-le, complétez-le et "
        f"signez-le ; il ne vaut pas devis et n'engage pas Normand'e-Santé.{supposed}"
    )


def _list_request(quote: Quote) -> Iterator[tuple[str, str]]:
    yield "Qui adhère", ", ".join(list_counts(quote))
    yield "Options souhaitées", " ; ".join(list_options(quote)) or "aucune pour l'instant"
    if quote.scenario.first_year_months < MONTHS:
        yield "Première année", f"{quote.scenario.first_year_months} mois"


def _list_amounts(quote: Quote) -> Iterator[tuple[str, str, str]]:
    mandatory = [line for line in quote.lines if line.offer.taking is Taking.MANDATORY]
    capital = [line for line in mandatory if line.charge.refundable]
    unpriced = [each for each in quote.unpriced if each.offer.taking is Taking.MANDATORY]
    for label, lines in (
        ("Apport en capital, versé une fois et rendu en cas de départ", capital),
        ("Contribution annuelle", [line for line in mandatory if line not in capital]),
    ):
        if lines:  # one without a price has its own row: it is not nothing to pay
            yield _row(label, lines)
    yield from ((each.label, f"non chiffré : {each.reason}", "non chiffré") for each in unpriced)
    if options := [line for line in quote.lines if line not in mandatory]:
        yield _row("Options souhaitées", options)
    yield "Total estimé", str(quote.first_year), str(quote.following_years)


def _row(label: str, lines: list[QuoteLine]) -> tuple[str, str, str]:
    costs = total_costs(line.costs for line in lines)
    return label, str(costs.first_year), str(costs.following_years)


def _qualify(quote: Quote, edition: Edition) -> Iterator[str]:
    yield f"D'après le {edition.header.document} ({edition.header.in_force})."
    if left_out := name_missing_prices(quote):
        names = ", ".join(f"{each.label} ({each.reason})" for each in quote.unpriced)
        yield f"Montants {left_out} : {names}."
    yield from list_cautions(quote)
    if quote.doubts:
        yield f"Points à confirmer par Normand'e-Santé : {', '.join(quote.doubts)}."
