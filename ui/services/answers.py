"""What to take to have what one wants, what it costs, and what one has at each step towards it."""

from collections.abc import Sequence

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from nes_model.catalogue.charge import Cadence
from nes_model.catalogue.edition import Edition
from nes_model.money import Amount, format_gap, format_rounded_range
from nes_model.needs.recommendation import Recommendation, Unmet, recommend
from nes_model.needs.stages import list_stages
from nes_model.pricing.quote import QuoteLine
from nes_model.pricing.sentences import write_hypotheses
from nes_model.scenario import link as links
from nes_model.scenario.scenario import Scenario
from ui.services import stages
from ui.services.state import show_link
from ui.services.view import View
from ui.state.data import list_later_editions
from ui.widgets.markdown import escape

_RHYTHMS = {Cadence.ONCE: ", une fois", Cadence.MONTHLY: " par mois", Cadence.YEARLY: " par an"}


def lay_out(scenario: Scenario, view: View) -> tuple[DeltaGenerator, list[DeltaGenerator]]:
    """What is asked, and its answer beside it; two answers have the width of the page, under what is asked."""
    if is_compared(scenario, view):
        return st.container(), list(st.columns(2, gap="large"))
    asked, answered = st.columns([5, 7], gap="large")
    return asked, [answered]


def show(scenario: Scenario, view: View, edition: Edition, columns: Sequence[DeltaGenerator]) -> None:
    """The answer for the category, and for the compared one beside it."""
    if not view.needs:
        columns[0].markdown("Choisissez au moins un besoin\N{NO-BREAK SPACE}: la réponse s'affiche ici.")
        return
    asking = [scenario]
    if is_compared(scenario, view):
        asking.append(scenario.model_copy(update={"category": view.compared, "options": {}}))
    later = list_later_editions(edition)
    answers = [recommend(view.needs, each, edition, later) for each in asking]
    same = len(answers) > 1 and answers[0].met == answers[1].met
    for column, each, found in zip(columns, asking, answers, strict=True):
        with column, st.container(key=f"pour-{each.category}"):  # whose each of its links is (semantique.js)
            _answer(found, answers[0] if same else None)
            stages.show(found, list_stages(view.needs, each, edition, later))
            _left(found, view, edition)


def is_compared(scenario: Scenario, view: View) -> bool:
    """Whether there are two answers, one beside the other."""
    return bool(view.needs and view.compared and view.compared != scenario.category)


def _answer(found: Recommendation, reference: Recommendation | None) -> None:
    """What to take, what it costs, and how much more than the first answer, when both give the same."""
    category = found.edition.categories[found.scenario.category]
    college = found.edition.college_of(category.id)
    with st.container(border=True, key=f"reponse-{category.id}"):
        with st.container(key=f"dit-reponse-{category.id}"):  # one of two answers says whose it is
            st.markdown(f"{escape(category.label)}, collège {college.id}")
            st.header(_verdict(found), anchor=False)
            if found.met and found.unmet:  # said beside the price, which does not buy it
                st.markdown(_left_aside(found))
            if found.met:
                with st.grid(2, min_column_width=150, gap="small"):
                    _amounts(found, reference)
        _figures(found)
        if found.membership:
            query = links.write_parameters(found.scenario, found.edition)
            st.page_link("pages/simulateur.py", label="Ouvrir ce scénario dans le simulateur", query_params=query)


def _amounts(found: Recommendation, reference: Recommendation | None) -> None:
    """The two figures, each with its gap from the reference's; the reference says so, for both to line up."""
    costs = found.quote.costs
    more = costs - (reference or found).quote.costs
    for label, amount, gap in [
        ("Première année", costs.first_year, more.first_year),
        ("Chaque année suivante", costs.following_years, more.following_years),
    ]:
        st.metric(label, format_rounded_range(amount), _beside(found, reference, gap), "off", delta_arrow="off")


def _beside(found: Recommendation, reference: Recommendation | None, gap: Amount) -> str | None:
    if reference is None:
        return None
    if reference is found:
        return "référence"
    return f"écart\N{NO-BREAK SPACE}: {format_gap(gap)}" if gap.low or gap.high else "même montant"


def _left(found: Recommendation, view: View, edition: Edition) -> None:
    """What cannot be promised, and why."""
    uncertain = [each for each in found.unmet if each.obstacle.is_unknown]
    impossible = [each for each in found.unmet if each not in uncertain]
    _unmet("À confirmer\N{NO-BREAK SPACE}: ni oui, ni non", uncertain, found, view, edition)
    _unmet("Pas possible pour cette catégorie", impossible, found, view, edition)


def _verdict(found: Recommendation) -> str:
    """The answer in one line."""
    if not found.met:
        return "Rien de ce que vous cherchez ne peut vous être promis"
    if found.membership:
        return " + ".join(["Adhésion", *(escape(offer.label) for offer in found.offers)])
    if found.offers:
        return "Sans adhésion : " + ", ".join(escape(offer.label) for offer in found.offers)
    return "Rien à payer, pas besoin d'adhérer" if not found.missing else "Pas besoin d'adhérer"


def _left_aside(found: Recommendation) -> str:
    """What the answer does not give, in a line; why is said below."""
    labels = " ; ".join(escape(each.need.label) for each in found.unmet)
    return f"**Non compris\N{NO-BREAK SPACE}: {labels}**. L'explication est plus bas."


def _figures(found: Recommendation) -> None:
    """What the two amounts suppose, are made of and leave out."""
    if found.met:
        for said in write_hypotheses(found.quote):
            st.caption(escape(said))
    lines = [_line(line) for line in found.quote.lines]
    if lines:
        st.markdown("\n".join(lines))
    if found.missing:
        names = " ; ".join(f"{escape(each.label)}, {escape(each.reason)}" for each in found.missing)
        st.markdown(f"**Non chiffré, donc en plus** : {names}.")
    if found.quote.doubts:
        told = "expliqués" if found.quote.doubts[1:] else "expliqué"
        st.caption(f"À confirmer\N{NO-BREAK SPACE}: {', '.join(found.quote.doubts)}, {told} dans le simulateur.")
    if found.quote.mixes_taxes:
        st.caption("Les totaux mêlent des montants hors taxes et des montants dont la taxe n'est pas précisée.")
    if found.met and not found.membership:
        st.caption("Il reste à joindre NeS, à signer la convention de mise à disposition et à commander.")


def _line(line: QuoteLine) -> str:
    tax = " HT" if line.is_excl_vat else ""
    price = f"{line.each_time}{tax}{_RHYTHMS[line.cadence]}"
    counted = "soit la première année\N{NO-BREAK SPACE}: " if line.cadence is Cadence.MONTHLY else "soit "
    return f"- {escape(line.label)} : **{escape(price)}**, {counted}{escape(line.explanation)}"


def _unmet(title: str, unmet: Sequence[Unmet], found: Recommendation, view: View, edition: Edition) -> None:
    """Why not, who may, and which reading would open it."""
    if unmet:
        st.subheader(title, anchor=False)
    for each in unmet:
        st.markdown("\n".join(_why_not(each)))
        for opening in each.openings:
            asked = found.scenario.with_reading(opening.doubt, opening.choice).model_copy(update={"options": {}})
            label = f"Possible si l'on lit autrement {opening.doubt} : {escape(opening.label)}"
            show_link(label, asked, view, edition)


def _why_not(unmet: Unmet) -> list[str]:
    """The reason, who may have it, and under which conditions."""
    colleges = ", ".join(college.id for college in unmet.colleges)
    plural = len(unmet.colleges) > 1
    who = f" Ouvert au{'x' * plural} collège{'s' * plural} {colleges}." if colleges else ""
    conditions = (f"    - Condition\N{NO-BREAK SPACE}: {escape(condition)}" for condition in unmet.need.conditions)
    return [f"- {escape(unmet.need.label)}\N{NO-BREAK SPACE}: {escape(unmet.obstacle.reason)}{who}", *conditions]
