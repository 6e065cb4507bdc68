"""The form: who you are, what you want, under which hypotheses."""

from collections.abc import Sequence
from dataclasses import dataclass

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from nes_model.catalogue.charge import Basis, Charge
from nes_model.catalogue.edition import OfferGroup
from nes_model.catalogue.offer import Offer
from nes_model.catalogue.wording import write_tariff
from nes_model.french import space
from nes_model.pricing.additions import describe_addition, describe_share
from nes_model.pricing.quote import Quote
from nes_model.pricing.sentences import explain_idle_counts
from nes_model.scenario import checking
from nes_model.scenario.field_labels import BILLING, LABELS, QUANTITIES, RHYTHM
from nes_model.scenario.scenario import MOST_ESTABLISHMENTS, MOST_LABEL, Scenario
from ui.simulator.state import name_fold, takes_decimals
from ui.state import address
from ui.state.edition import DEFAULT
from ui.widgets import category_field, count_fields, decimal_field, edition_field, fields
from ui.widgets.markdown import escape

_CATEGORY_HELP = (
    "C'est la catégorie qui fixe le prix. Un GHT (groupement hospitalier de territoire) réunit des hôpitaux publics "
    "autour d'un établissement support, qui a sa propre catégorie."
)
_BILLING = {"auto": "Le moins cher", "utilisateur": "Par utilisateur", "structure": "Par structure"}
_RHYTHM = {"une-fois": "Une fois", "annuel": "Chaque année"}
_FOLDED_FROM = 3  # a family of that many options is folded until one is ticked


@dataclass(frozen=True, slots=True)
class _LeftOpen:
    """What an option leaves open to a category: how many, how often, at which of two prices."""

    how_many: Basis | None
    how_often: bool
    which_price: bool

    def __bool__(self) -> bool:
        return bool(self.how_many or self.how_often or self.which_price)


def ask_organisation(quote: Quote) -> None:
    """Ask for the category, only the counts that matter to it, and when one of them does not count."""
    edition, asking = quote.edition, quote.scenario.category
    category, college = edition.categories[asking], edition.college_of(asking)
    members = f"Collège {college.id}, {college.label}\N{NO-BREAK SPACE}: {category.members.rstrip('.')}."
    category_field.show(
        "Catégorie d'adhérent", "categorie", edition, DEFAULT, help=f"{_CATEGORY_HELP} {space(members)}"
    )
    with st.container(key="membres"):
        if category.remark:
            st.caption(category.remark)
    asked = count_fields.find_counts(asking, edition)
    with st.grid(len(asked), min_column_width=110, gap="small", vertical_alignment="bottom"):
        count_fields.show(asked)
    with st.container():
        if idle := explain_idle_counts(quote):
            st.caption(escape(idle))


def ask_options(quote: Quote) -> None:
    """Offer every option by family, with its price for this category; what it cannot have is shown, and why."""
    with _close_together("prestations"):
        for group in quote.edition.groups:
            offers = [offer for offer in quote.edition.options.values() if offer.group == group.id]
            if len(offers) < _FOLDED_FROM:
                _options(offers, quote)
            else:
                _family(group, offers, quote)


def ask_hypotheses() -> None:
    """Ask what the user supposes, drawn once it is unfolded; the readings are set beside the points à confirmer."""
    edition_field.show(
        help="Les tarifs de la première année. Une année suivante qui a son édition est chiffrée avec elle."
    )
    fold = st.expander("Hypothèses : première année, durée, hausse", key="hypotheses", on_change=address.stay)
    if not fold.open:
        return
    with fold, st.grid(3, min_column_width=140):
        for key, field, most in [("mois_premiere_annee", "first_year_months", 12), ("horizon", "horizon", 10)]:
            description = Scenario.model_fields[field].description
            fields.ask_whole_number(LABELS[key], key, 1, most, help=description)
        description = Scenario.model_fields["yearly_increase"].description
        decimal_field.show(LABELS["hausse_annuelle"], "hausse_annuelle", LABELS["hausse_annuelle"], description)


def ask_name() -> None:
    """Ask what to call this scenario; last, for no figure depends on it."""
    fields.ask_text(
        "Nom affiché (facultatif)",
        "libelle",
        max_chars=MOST_LABEL,
        placeholder="EHPAD Les Tilleuls",
        help="Il figure en tête de page et dans le lien. N'y mettez pas de donnée personnelle.",
    )


def _family(group: OfferGroup, offers: Sequence[Offer], quote: Quote) -> None:
    """A family of options, folded and not drawn until it is opened, or one is taken; what is taken is said under it."""
    # Its title never changes: under another one, Streamlit would fold it again.
    fold = st.expander(group.label, key=name_fold(group.id), on_change=address.stay)
    taken = [offer.label for offer in offers if offer.id in quote.scenario.options]
    if fold.open:
        with fold, _close_together(f"prestations-{group.id}"):
            _options(offers, quote)
    elif taken:
        st.caption(f"Retenu\N{NO-BREAK SPACE}: {escape(', '.join(taken))}.")


def _options(offers: Sequence[Offer], quote: Quote) -> None:
    for offer in offers:
        _option(offer, quote)


def _close_together(key: str) -> DeltaGenerator:
    """Where each option keeps close to its price: one block for all of them, since a block costs as much as a field."""
    return st.container(gap=None, key=key)


def _option(offer: Offer, quote: Quote) -> None:
    scenario = quote.scenario
    refusal = checking.explain_refusal(offer, scenario.category)
    rows = list(offer.billed_to(scenario.category))
    fields.ask_tick(
        offer.label,
        f"option-{offer.id}",
        disabled=refusal is not None,
        help=offer.description and space(offer.description),
    )
    told = escape(refusal or _tell_price(offer.id, rows, quote))
    left_open = _find_left_open(rows)
    if offer.id in scenario.options and left_open:
        # Two places for each option, ticked or not: what follows stays where it was, and is not drawn anew.
        with _close_together(f"choix-{offer.id}"):
            st.caption(told)
            _ask_left_open(offer, left_open, scenario)
    else:
        st.caption(told)


def _tell_price(option: str, rows: list[tuple[Charge, ...]], quote: Quote) -> str:
    """What the option adds to the figures here, or would add, and its tariff; a room reads the first alone."""
    tell = describe_share if option in quote.scenario.options else describe_addition
    effect = tell(option, quote)
    return effect if effect and address.is_presented() else f"{effect} · {write_tariff(rows)}".removeprefix(" · ")


def _find_left_open(rows: list[tuple[Charge, ...]]) -> _LeftOpen:
    charges = [charge for row in rows for charge in row]
    asked = next((charge.per for charge in charges if not charge.per.is_count), None)
    return _LeftOpen(
        how_many=asked if any(charge.amount for charge in charges) else None,
        how_often=any(charge.every_is_free for charge in charges),
        which_price=any(len(row) > 1 for row in rows),
    )


def _ask_left_open(offer: Offer, left_open: _LeftOpen, scenario: Scenario) -> None:
    with st.container(horizontal=True, vertical_alignment="bottom", key=f"details-{offer.id}"):
        if left_open.how_many:
            _quantity(offer, left_open.how_many, scenario)
        if left_open.how_often:
            fields.ask_in_row(RHYTHM, _RHYTHM, f"rythme-{offer.id}")
        if left_open.which_price:
            fields.ask_in_row(BILLING, _BILLING, f"facturation-{offer.id}")


def _quantity(offer: Offer, per: Basis, scenario: Scenario) -> None:
    label, usual = QUANTITIES[per], f"{scenario.quantity('', per)}"
    key = f"quantite-{offer.id}"
    if takes_decimals(offer):
        decimal_field.show(label, key, offer.label, "Par exemple 2,5.", placeholder=usual, width=170)
    else:
        fields.ask_whole_number(label, key, 1, MOST_ESTABLISHMENTS, may_be_empty=True, placeholder=usual, width=230)
