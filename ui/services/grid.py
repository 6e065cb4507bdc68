"""The eligibility grid: six colleges by all services, grouped as the catalogue groups them."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from urllib.parse import urlencode

import streamlit as st

from nes_model.catalogue.edition import College, Edition
from nes_model.catalogue.service import Mark, Service
from nes_model.catalogue.service_search import find_services
from nes_model.french import write_count
from nes_model.reports.services_grid import write_grid_csv, write_grid_workbook
from nes_model.scenario.scenario import Scenario
from ui.services.state import name_field, write_parameters
from ui.services.view import View
from ui.widgets import fields, tables
from ui.widgets.downloads import give_file
from ui.widgets.tables import Column, RichCell, Section

_EVERYTHING = ""
_MEMBERSHIP = {_EVERYTHING: "Avec ou sans adhésion", "non": "Sans adhésion", "oui": "Adhésion nécessaire"}


def show_filters(edition: Edition) -> None:
    """Ask what to look for: all in one row where there is room."""
    colleges = {college.id: f"{college.id} · {college.label}" for college in edition.colleges}
    families = {family.id: family.label for family in edition.families}
    marks = {mark.value: f"{mark.symbol} {mark.words}" for mark in Mark}
    with st.container(key="filtres"), st.grid(5, min_column_width=150, gap="small"):
        example = "imagerie, rendez-vous…"
        fields.ask_text("Chercher un service", name_field("cherche"), placeholder=example, max_chars=80)
        _one_of("Collège", "college", {_EVERYTHING: "Les six collèges"} | colleges)
        _one_of("Famille", "famille", {_EVERYTHING: "Toutes les familles"} | families)
        _one_of("Marque", "marque", {_EVERYTHING: "Toutes les marques"} | marks)
        _one_of("Adhésion", "adhesion", _MEMBERSHIP)


def show(scenario: Scenario, view: View, edition: Edition) -> None:
    """Show the services that answer the search, each a link to its sheet."""
    services = find_services(view, edition)
    colleges = [college for college in edition.colleges if view.college in (None, college.id)]
    _count(services, edition)
    if not services:
        return
    mine = edition.college_of(scenario.category).id
    columns = [Column("Service", css="service"), *(_column(college, mine) for college in colleges)]
    rows = {each.id: _row(each, colleges, scenario, view, edition) for each in services}
    halves = [(_caption(half), half) for half in _halves(list(_sections(services, rows, edition)))]
    css = "grid one" if view.college else "grid"  # with one college there is room for words
    tables.show_side_by_side(halves, columns, css, "nes-grids")


def show_legend() -> None:
    """Show the marks, in symbols and in words."""
    signs = " · ".join(f"**{mark.symbol}** {mark.words}" for mark in Mark)
    st.caption(
        f"{signs}. Un « ? » n'est ni un oui ni un non : ouvrez la fiche du service pour lire le point à confirmer."
    )


def show_downloads(view: View, edition: Edition) -> None:
    """Offer the services shown, for a spreadsheet."""
    services = find_services(view, edition)
    name = f"services-nes-{edition.header.id}"
    with st.container(horizontal=True, key="telechargements"):
        give_file("Télécharger la grille (CSV)", lambda: write_grid_csv(services, edition), f"{name}.csv")
        give_file("Télécharger la grille (Excel)", lambda: write_grid_workbook(services, edition), f"{name}.xlsx")


def _sections(
    services: Sequence[Service], rows: Mapping[str, Sequence[str | RichCell]], edition: Edition
) -> Iterator[Section]:
    """A family, then its themes where it has several."""
    for id_, of_family in groupby(services, key=lambda service: service.family):
        family, members = edition.families_by_id[id_], list(of_family)
        if not family.membership:
            yield Section(family.label, [rows[each.id] for each in members])
            continue
        yield Section(family.label, [])
        for theme, of_theme in groupby(members, key=lambda service: service.theme):
            yield Section(theme or "", [rows[each.id] for each in of_theme], is_minor=True)


def _halves(sections: list[Section]) -> list[list[Section]]:
    """The sections in two tables of about the same height, a family never cut; in one when they are few."""
    heights = [1 + len(each.rows) for each in sections]
    starts = [index for index, each in enumerate(sections) if not each.is_minor and index]
    if sum(heights) < 16 or not starts:
        return [sections]
    middle = min(starts, key=lambda start: abs(sum(heights[:start]) - sum(heights[start:])))
    return [sections[:middle], sections[middle:]]


def _row(
    service: Service, colleges: Sequence[College], scenario: Scenario, view: View, edition: Edition
) -> list[RichCell]:
    marks = [service.marks[college.id] for college in colleges]
    return [_name(service, scenario, view, edition), *(RichCell(each.symbol, said=each.words) for each in marks)]


def _name(service: Service, scenario: Scenario, view: View, edition: Edition) -> RichCell:
    """Its short name, and the rest of it where there is room; it leads to its sheet."""
    parameters = write_parameters(scenario, view.model_copy(update={"sheet": service.id}), edition)
    short = re.split(r"(?=,| \()", service.label, maxsplit=1)
    return RichCell(short[0], more="".join(short[1:]), address=f"?{urlencode(parameters)}")


def _column(college: College, mine: str) -> Column:
    is_mine = college.id == mine
    return Column(
        f"{college.id}\n{college.acronym}" + ("\nvous" if is_mine else ""), css="mark mine" if is_mine else "mark"
    )


def _caption(sections: Sequence[Section]) -> str:
    names = [each.label for each in sections if not each.is_minor]
    return f"Qui peut avoir quoi : {', '.join(names)}. Une colonne par collège."


def _count(services: Sequence[Service], edition: Edition) -> None:
    if not services:
        st.info(
            "Aucun service ne répond à cette recherche. Retirez un filtre, cherchez un autre mot, ou voyez l'onglet "
            "« De quoi avez-vous besoin ? »."
        )
    elif len(services) < len(edition.services):
        with st.container(key="dit-services"):
            st.caption(f"{write_count(len(services), 'service')} sur {len(edition.services)}.")


def _one_of(label: str, word: str, choices: dict[str, str]) -> None:
    fields.ask_in_list(label, choices, name_field(word))
