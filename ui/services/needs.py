"""« De quoi avez-vous besoin ? »: pick needs, read what they take, open the recommended scenario."""

from collections.abc import Sequence

import streamlit as st

from nes_model.catalogue.category_names import full_title
from nes_model.catalogue.charge import Cadence
from nes_model.catalogue.edition import Edition
from nes_model.money import format_rounded_range
from nes_model.needs.need import Need, all_needs
from nes_model.needs.recommendation import Answer, Met, Unmet, answer
from nes_model.pricing.quote import QuoteLine
from nes_model.pricing.sentences import write_hypotheses
from nes_model.scenario import link as links
from nes_model.scenario.scenario import Scenario
from ui.services.state import key, pick_needs, to_parameters
from ui.services.view import View
from ui.state.data import later_editions
from ui.widgets import count_fields, fields
from ui.widgets.markdown import escaped

_SIMULATOR, _PAGE = "pages/simulateur.py", "pages/services.py"
_RHYTHMS = {Cadence.ONCE: ", une fois", Cadence.MONTHLY: " par mois", Cadence.YEARLY: " par an"}


def form(scenario: Scenario, edition: Edition) -> None:
    """What is wanted, and the counts that set its price."""
    labels = {need.id: need.label for need in sorted(all_needs(edition), key=lambda need: need.service is not None)}
    fields.ask_several(
        "Ce que vous voulez faire",
        labels,
        key("besoins"),
        placeholder="Un service, ou une fonction : payer en ligne, échanger des images…",
        select_all=False,
        filter_mode="contains",
        accept_new_options=True,
        on_change=pick_needs,
    )
    with st.grid(4, min_column_width=150, gap="small"):
        count_fields.show(count_fields.find_counts(scenario.category, edition), prefix=key(""))
        choices = {"": "Aucune"} | {id_: full_title(category, edition) for id_, category in edition.categories.items()}
        fields.ask_in_list(
            "Comparer à une autre catégorie",
            choices,
            key("comparee"),
            filter_mode=None,
            help="Une CPTS relève du collège B ou du collège D, selon la structure qui la porte.",
        )


def answers(scenario: Scenario, view: View, edition: Edition) -> None:
    """The answer for the category, and for the compared one beside it."""
    if not view.needs:
        st.markdown("Choisissez au moins un besoin : la réponse s'affiche ici.")
        return
    asking = [scenario]
    if view.compared and view.compared != scenario.category:
        asking.append(scenario.model_copy(update={"category": view.compared, "options": {}}))
    later = later_editions(edition)
    found = [answer(view.needs, each, edition, later) for each in asking]
    for column, each in zip(st.columns(len(found), gap="large"), found, strict=True):
        with column:
            _answer(each, view, edition)


def _answer(found: Answer, view: View, edition: Edition) -> None:
    """What to take and what it costs, then need by need."""
    category = found.edition.categories[found.scenario.category]
    college = found.edition.college_of(category.id)
    with st.container(border=True, key=f"reponse-{category.id}"):
        st.markdown(f"{escaped(category.label)}, collège {college.id}")
        st.header(_verdict(found), anchor=False)
        _figures(found)
        if found.membership:
            query = links.to_parameters(found.scenario, edition)
            st.page_link(_SIMULATOR, label="Ouvrir ce scénario dans le simulateur", query_params=query)
    _met("Sans adhésion", found.without_membership)
    _met("Avec l'adhésion (pack adhérent)", found.within_membership)
    _met("Avec une offre en plus", found.with_offers)
    uncertain = [each for each in found.unmet if each.obstacle.is_unknown]
    _unmet("À confirmer : ni oui, ni non", uncertain, found, view, edition)
    _unmet(
        "Pas possible pour cette catégorie",
        [each for each in found.unmet if each not in uncertain],
        found,
        view,
        edition,
    )


def _verdict(found: Answer) -> str:
    """The answer in one line."""
    if not found.met:
        return "Rien de ce que vous cherchez ne peut vous être promis"
    if found.membership:
        return " + ".join(["Adhésion", *(escaped(offer.label) for offer in found.offers)])
    if found.offers:
        return "Sans adhésion : " + ", ".join(escaped(offer.label) for offer in found.offers)
    return "Rien à payer, pas besoin d'adhérer" if not found.missing else "Pas besoin d'adhérer"


def _figures(found: Answer) -> None:
    if found.met:
        with st.grid(2, min_column_width=150, gap="small"):
            st.metric("Première année", format_rounded_range(found.quote.first_year))
            st.metric("Chaque année suivante", format_rounded_range(found.quote.following_years))
        for said in write_hypotheses(found.quote):
            st.caption(escaped(said))
    lines = [_line(line) for line in found.quote.lines]
    if lines:
        st.markdown("\n".join(lines))
    if found.missing:
        names = " ; ".join(f"{escaped(each.label)}, {escaped(each.reason)}" for each in found.missing)
        st.markdown(f"**Non chiffré, donc en plus** : {names}.")
    if found.quote.doubts:
        st.caption(f"À confirmer : {', '.join(found.quote.doubts)}, expliqués dans le simulateur.")
    if found.quote.mixes_taxes:
        st.caption("Les totaux mêlent des montants hors taxes et des montants dont la taxe n'est pas précisée.")
    if found.met and not found.membership:
        st.caption("Il reste à joindre NeS, à signer la convention de mise à disposition et à commander.")


def _line(line: QuoteLine) -> str:
    tax = " HT" if line.is_excl_vat else ""
    price = f"{line.each_time}{tax}{_RHYTHMS[line.cadence]}"
    counted = "la première année : " if line.cadence is Cadence.MONTHLY else "soit "
    return f"- {escaped(line.label)} : **{escaped(price)}**, {counted}{escaped(line.explanation)}"


def _met(title: str, found: Sequence[Met]) -> None:
    if found:
        lines = [line for each in found for line in _met_lines(each)]
        st.markdown(f"**{title}**\n" + "\n".join(lines))


def _met_lines(met: Met) -> list[str]:
    """What is met and by what, then under which conditions."""
    return [f"- {escaped(' : '.join([met.need.label, *_named(met)]))}", *_conditions(met.need)]


def _conditions(need: Need) -> list[str]:
    conditions = need.service.conditions if need.service else ()
    return [f"    - Condition : {escaped(condition)}" for condition in conditions]


def _named(met: Met) -> list[str]:
    """Its offers, in one text; none when it takes none."""
    return [", ".join(offer.label for offer in met.offers)] if met.offers else []


def _unmet(title: str, unmet: Sequence[Unmet], found: Answer, view: View, edition: Edition) -> None:
    """Why not, who may, and which reading would open it."""
    if unmet:
        st.markdown(f"**{title}**")
    for each in unmet:
        st.markdown("\n".join(_why_not(each)))
        for opening in each.openings:
            readings = dict(found.scenario.readings) | {opening.doubt: opening.choice}
            asked = found.scenario.model_copy(update={"readings": readings, "options": {}})
            label = f"Possible si l'on lit autrement {opening.doubt} : {escaped(opening.label)}"
            st.page_link(_PAGE, label=label, query_params=to_parameters(asked, view, edition))


def _why_not(unmet: Unmet) -> list[str]:
    """The reason, who may have it, and under which conditions."""
    colleges = ", ".join(college.id for college in unmet.colleges)
    plural = len(unmet.colleges) > 1
    who = f" Ouvert au{'x' * plural} collège{'s' * plural} {colleges}." if colleges else ""
    return [
        f"- {escaped(unmet.need.label)} : {escaped(unmet.obstacle.reason)}{who}",
        *_conditions(unmet.need),
    ]
