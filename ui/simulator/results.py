"""What it costs: the figures first, then every line."""

from collections.abc import Sequence

import streamlit as st

from nes_model.catalogue.wording import RHYTHMS
from nes_model.french import capitalise, write_count
from nes_model.money import Amount
from nes_model.pricing.cautions import (
    name_left_out_later,
    name_missing_prices,
    name_mixed_taxes,
    name_other_readings,
    name_prices_of_following_years,
)
from nes_model.pricing.doubt_effects import DoubtInQuote
from nes_model.pricing.projection import project
from nes_model.pricing.quote import CalledCharge, Quote, QuoteLine, UnpricedLine
from nes_model.pricing.sentences import qualify_first_year, qualify_following_years, write_notes
from nes_model.pricing.worth import spread_over_months, write_access, write_shares
from ui.simulator.state import DOUBTS_PART, return_to_published_tariffs
from ui.state import address
from ui.widgets import figures, tables
from ui.widgets.markdown import escape, write_list
from ui.widgets.tables import Column


def show_headline(quote: Quote, touching: Sequence[DoubtInQuote]) -> None:
    """The four figures that a director came for, and how sure they are."""
    years = project(quote)
    first, then = qualify_first_year(quote), qualify_following_years(quote)
    over = (*first, *name_left_out_later(quote))
    shown = [
        ("Première année", quote.first_year, "Tout ce qui se paie la première année, capital compris.", first),
        ("Chaque année suivante", quote.following_years, "Ce qui revient chaque année, avant toute hausse.", then),
        (f"Sur {write_count(len(years), 'an')}", years[-1].cumulative, "Les années ensemble, hausse comprise.", over),
        ("Capital restituable", quote.refundable, "L'apport en capital, payé une fois et rendu si vous partez.", ()),
    ]
    with st.container(key="chiffres"), st.grid(4, min_column_width=150, gap="small"):
        for label, amount, explanation, qualified in shown:
            figures.show(label, amount, explanation, qualified)
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="certitude"):
        st.markdown(" ".join(each for each in (_monthly(quote), _split(quote), escape(write_access(quote))) if each))
        if any(point.moves for point in touching):
            st.button(
                count_doubts(touching),
                key="voir-points",
                type="tertiary",
                help="Ce qui est imprimé, ce que nous lisons, et ce que changerait une autre lecture.",
                on_click=lambda: address.open_part(DOUBTS_PART),
            )
    with st.container():
        if doubtful := _cautions(quote):
            st.caption(" · ".join(doubtful))


def count_doubts(touching: Sequence[DoubtInQuote]) -> str:
    """How many points à confirmer touch the quote, and how many of them may change what it costs."""
    moving = sum(point.moves for point in touching)
    among = "" if moving == len(touching) else f", dont {moving} sur le prix"
    return f"{write_count(len(touching), 'point')} à confirmer{among}"


def show_what_ifs(quote: Quote) -> None:
    """Say, above everything, that these are not the tariffs in force, and offer to return to them."""
    if quote.what_ifs:
        st.warning(
            write_list(quote.what_ifs),
            title="Simulation de tarif : ces montants ne sont pas ceux du tarif en vigueur",
        )
        st.button("Revenir au tarif en vigueur", on_click=return_to_published_tariffs)


def show_lines(quote: Quote) -> None:
    """Every line: what, how it is computed, how much, and where it is printed."""
    columns = [Column("Poste"), Column("Calcul"), *tables.COSTS]
    priced = [_priced_row(line) for line in quote.lines]
    unpriced = [_unpriced_row(line) for line in quote.unpriced]
    total = ("Total", capitalise(name_missing_prices(quote)), str(quote.first_year), str(quote.following_years))
    with st.container(key="detail"):
        tables.show("Chaque poste de l'adhésion et des options", columns, [*priced, *unpriced], total)


def show_notes(quote: Quote) -> None:
    """What has no price, which taxes are mixed, which counts look odd; a room is told."""
    with st.container(key="dit-remarques"):
        if said := write_notes(quote):
            st.markdown(write_list(said))


def _split(quote: Quote) -> str:
    """What is paid once (and what of it comes back), and what the first year has of its own."""
    once = f"**{escape(str(quote.once))}** se paient une seule fois{_given_back(quote)}." if quote.once else ""
    if quote.recurring_first_year == quote.following_years:
        return once
    months = quote.scenario.first_year_months
    first = escape(str(quote.recurring_first_year))
    return f"{once} La première année compte {months} mois de services\N{NO-BREAK SPACE}: **{first}**.".strip()


def _given_back(quote: Quote) -> str:
    if not quote.refundable:
        return ""
    if quote.refundable == quote.once:
        return " et vous sont rendus si vous partez"
    return f", dont **{escape(str(quote.refundable))}** rendus si vous partez"


def _monthly(quote: Quote) -> str:
    """What membership and the options each cost in a following year, and what it comes to each month."""
    if not quote.following_years:
        return ""
    supposed = "".join(f", {escape(said)}" for said in name_prices_of_following_years(quote))
    each_year, each = write_shares(quote), f"**{escape(str(spread_over_months(quote)))} par mois**"
    if each_year:
        return f"Chaque année suivante\N{NO-BREAK SPACE}: {escape(each_year)}, soit {each}{supposed}."
    when = "chaque année suivante" if quote.later else "à partir de la deuxième année"  # which has its own edition
    return f"Soit {each} {when}{supposed}."


def _cautions(quote: Quote) -> list[str]:
    """What these figures leave out, or suppose."""
    parts = []
    if quote.scenario.readings:
        parts.append(f"**{name_other_readings(quote.scenario.readings)}**")
    if quote.what_ifs:
        parts.append("**Simulation de tarif**")
    if (mixed := name_mixed_taxes(quote)) and not address.is_presented():  # a room reads it beside the picture
        parts.append(capitalise(mixed))
    return parts


def _priced_row(line: QuoteLine) -> tuple[str, ...]:
    refundable = ", restituable" if line.charge.refundable else ""
    return (
        f"{line.label}\n{RHYTHMS[line.cadence]}{refundable}{_to_confirm(line)}",
        f"{line.explanation}\n{line.source}",
        _with_tax(line, line.first_year),
        _with_tax(line, line.following_years) if line.recurs else "—",
    )


def _unpriced_row(line: UnpricedLine) -> tuple[str, ...]:
    return (
        f"{line.label}\n{RHYTHMS[line.cadence]}{_to_confirm(line)}",
        f"{capitalise(line.reason)}\n{line.source}",
        "non chiffré",
        "non chiffré" if line.recurs else "—",
    )


def _to_confirm(line: CalledCharge) -> str:
    return f" · à confirmer\N{NO-BREAK SPACE}: {', '.join(line.charge.doubts)}" if line.charge.doubts else ""


def _with_tax(line: QuoteLine, amount: Amount) -> str:
    if not line.is_excl_vat:
        return str(amount)
    return f"{amount} HT\nsoit {amount.incl_vat(line.vat_rate)} TTC"
