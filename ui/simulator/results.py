"""What it costs: the figures first, then every line."""

from collections.abc import Iterator, Sequence

import streamlit as st

from nes_model.catalogue.charge import Cadence
from nes_model.catalogue.edition import Edition
from nes_model.money import Amount, format_euros
from nes_model.pricing.doubt_effects import DoubtInQuote, summarise_points
from nes_model.pricing.projection import project
from nes_model.pricing.quote import Quote, QuoteLine, Unpriced
from nes_model.pricing.sentences import name_missing_prices
from nes_model.pricing.sentences import write_notes as notes_of
from ui.simulator.state import return_to_published_tariffs
from ui.widgets import tables
from ui.widgets.markdown import escaped
from ui.widgets.tables import Column

_RHYTHMS = {Cadence.ONCE: "une fois", Cadence.MONTHLY: "chaque mois", Cadence.YEARLY: "chaque année"}


def headline(quote: Quote, touching: Sequence[DoubtInQuote], edition: Edition) -> None:
    """The four figures that a director came for, and how sure they are."""
    years = project(quote)
    figures = [
        ("Première année", quote.first_year, "Tout ce qui se paie la première année, capital compris."),
        ("Chaque année suivante", quote.following_years, "Ce qui revient chaque année, avant toute hausse."),
        (f"Sur {_years(len(years))}", years[-1].cumulative, "La première année et les suivantes, hausse comprise."),
        ("Capital restituable", quote.refundable, "L'apport en capital, payé une fois et rendu si vous partez."),
    ]
    with st.container(key="chiffres"), st.grid(4, min_column_width=150, gap="small"):
        for label, amount, explanation in figures:
            st.metric(label, str(amount), help=explanation, border=True, height="stretch")
    st.markdown(f"{_split(quote)}  \n{_confidence(quote, touching, edition)}")


def supposition(quote: Quote) -> None:
    """Say, above everything, that these are not the tariffs in force, and offer to return to them."""
    if quote.what_ifs:
        st.warning(
            "\n".join(f"- {escaped(str(each))}" for each in quote.what_ifs),
            title="Simulation de tarif : ces montants ne sont pas ceux du tarif en vigueur",
        )
        st.button("Revenir au tarif en vigueur", on_click=return_to_published_tariffs)


def lines(quote: Quote) -> None:
    """Every line: what, how it is computed, how much, and where it is printed."""
    st.header("Le détail, ligne à ligne", anchor=False)
    columns = [
        Column("Poste"),
        Column("Calcul"),
        Column("1re année", is_figure=True),
        Column("Ensuite, par an", is_figure=True),
        Column("Source"),
        Column("À confirmer"),
    ]
    priced = [_priced_row(line) for line in quote.lines]
    unpriced = [_unpriced_row(line) for line in quote.unpriced]
    left_out = name_missing_prices(quote)
    total = (
        "Total",
        left_out[0].upper() + left_out[1:] if left_out else "",
        str(quote.first_year),
        str(quote.following_years),
        "",
        "",
    )
    with st.container(key="detail"):
        tables.show("Chaque poste de l'adhésion et des options", columns, [*priced, *unpriced], total)


def notes(quote: Quote) -> None:
    """What has no price, which taxes are mixed, which counts look odd."""
    for note in notes_of(quote):
        st.info(escaped(note))


def _split(quote: Quote) -> str:
    """The first year, in what is paid once (and what of it comes back) and what recurs."""
    once = f"La première année, **{escaped(str(quote.once))}** se paient une seule fois{_given_back(quote)}"
    recurring, yearly = (escaped(str(each)) for each in (quote.recurring_first_year, quote.following_years))
    if recurring == yearly:
        return f"{once}, et **{yearly}** reviennent chaque année."
    months = quote.scenario.first_year_months
    return (
        f"{once} ; ce qui revient compte pour **{recurring}**, avec {months} mois de services mensuels, "
        f"puis pour **{yearly}** chaque année suivante."
    )


def _given_back(quote: Quote) -> str:
    if not quote.refundable:
        return ""
    if quote.refundable == quote.once:
        return " et vous sont rendus si vous partez"
    return f", dont **{escaped(str(quote.refundable))}** rendus si vous partez"


def _confidence(quote: Quote, touching: Sequence[DoubtInQuote], edition: Edition) -> str:
    """How sure the result is, in one quiet line."""
    parts = [
        f"Estimation d'après le {edition.header.label[0].lower()}{edition.header.label[1:]}",
        summarise_points(touching),
        *_unanswered(quote, edition),
        name_missing_prices(quote) or "tout est chiffré",
    ]
    if quote.scenario.readings:
        parts.append(f"**autre lecture choisie : {', '.join(quote.scenario.readings)}**")
    if quote.what_ifs:
        parts.append("**simulation de tarif**")
    if quote.mixes_taxes:
        parts.append("montants HT et taxe non précisée mêlés")
    return " · ".join(parts)


def _unanswered(quote: Quote, edition: Edition) -> Iterator[str]:
    """How many questions of this reader the catalogue leaves open, said in full further down."""
    count = len(edition.questions_left(quote.scenario.category, quote.offers))
    if count:
        yield f"{count} question{'s' * (count > 1)} sans réponse dans le catalogue"


def _years(count: int) -> str:
    return f"{count} an{'s' * (count > 1)}"


def _priced_row(line: QuoteLine) -> tuple[str, ...]:
    return (
        f"{line.label}\n{_RHYTHMS[line.cadence]}{', restituable' if line.charge.refundable else ''}",
        line.explanation,
        _with_tax(line, line.first_year),
        _with_tax(line, line.following_years) if line.recurs else "—",
        line.source,
        ", ".join(line.charge.doubts) or "—",
    )


def _unpriced_row(line: Unpriced) -> tuple[str, ...]:
    recurs = line.charge.every is not Cadence.ONCE
    return (
        f"{line.label}\n{_RHYTHMS[line.charge.every]}",
        line.reason[0].upper() + line.reason[1:],
        "non chiffré",
        "non chiffré" if recurs else "—",
        line.source,
        ", ".join(line.charge.doubts) or "—",
    )


def _with_tax(line: QuoteLine, amount: Amount) -> str:
    if not line.is_excl_vat:
        return _short(amount)
    return f"{_short(amount)} HT\nsoit {_short(line.incl_vat(amount))} TTC"


def _short(amount: Amount) -> str:
    """A range on as little width as possible."""
    return f"{format_euros(amount.low)} à {format_euros(amount.high)}" if amount.is_range else str(amount)
