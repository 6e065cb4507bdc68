"""The eligibility grid: six colleges by all services, grouped as the catalogue groups them."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from urllib.parse import urlencode

import streamlit as st

from nes_model.catalogue.edition import College, Edition
from nes_model.catalogue.service import Mark, Service
from nes_model.catalogue.service_search import find_services
from nes_model.french import write_count
from nes_model.reports.services_grid import write_grid_csv, write_grid_workbook
from nes_model.scenario.scenario import Scenario
from ui.services.state import key, to_parameters
from ui.services.view import View
from ui.widgets import fields, tables
from ui.widgets.downloads import give_file
from ui.widgets.tables import Cell, Column, Section

_EVERYTHING = ""
_MEMBERSHIP = {_EVERYTHING: "Avec ou sans adhésion", "non": "Sans adhésion", "oui": "Adhésion nécessaire"}


def filters(edition: Edition) -> None:
    """What to look for: all in one row where there is room."""
    colleges = {college.id: f"{college.id} · {college.label}" for college in edition.colleges}
    families = {family.id: family.label for family in edition.families}
    marks = {mark.value: f"{mark.symbol} {mark.words}" for mark in Mark}
    with st.container(key="filtres"), st.grid(5, min_column_width=150, gap="small"):
        fields.ask_text("Chercher un service", key("cherche"), placeholder="imagerie, rendez-vous…", max_chars=80)
        _one_of("Collège", "college", {_EVERYTHING: "Les six collèges"} | colleges)
        _one_of("Famille", "famille", {_EVERYTHING: "Toutes les familles"} | families)
        _one_of("Marque", "marque", {_EVERYTHING: "Toutes les marques"} | marks)
        _one_of("Adhésion", "adhesion", _MEMBERSHIP)


def show(scenario: Scenario, view: View, edition: Edition) -> None:
    """The services that answer the search, each a link to its sheet."""
    services = find_services(view, edition)
    colleges = [college for college in edition.colleges if view.college in (None, college.id)]
    _count(services, edition)
    if not services:
        return
    mine = edition.college_of(scenario.category).id
    columns = [Column("Service", css="service"), *(_column(college, mine) for college in colleges)]
    halves = [
        (_caption(half), [_section(each, colleges, scenario, view, edition) for each in half])
        for half in _halves(list(_groups(services, edition)))
    ]
    css = "grid one" if view.college else "grid"  # with one college there is room for words
    tables.show_side_by_side(halves, columns, css, "nes-grids")


def legend() -> None:
    """The marks, in symbols and in words."""
    signs = " · ".join(f"**{mark.symbol}** {mark.words}" for mark in Mark)
    st.caption(
        f"{signs}. Un « ? » n'est ni un oui ni un non : ouvrez la fiche du service pour lire le point à confirmer."
    )


def downloads(view: View, edition: Edition) -> None:
    """The services shown, for a spreadsheet."""
    services = find_services(view, edition)
    name = f"services-nes-{edition.header.id}"
    with st.container(horizontal=True, key="telechargements"):
        give_file("Télécharger la grille (CSV)", lambda: write_grid_csv(services, edition), f"{name}.csv")
        give_file("Télécharger la grille (Excel)", lambda: write_grid_workbook(services, edition), f"{name}.xlsx")


Group = tuple[str, bool, Sequence[Service]]  # its heading, whether it stands under the one before, its services


def _groups(services: Sequence[Service], edition: Edition) -> Iterator[Group]:
    """A family, then its themes where it has several."""
    for family, of_family in groupby(services, key=lambda service: service.family):
        members = list(of_family)
        label = edition.families_by_id[family].label
        themes = [(theme, list(each)) for theme, each in groupby(members, key=lambda service: service.theme)]
        if not edition.families_by_id[family].membership:
            yield label, False, members
            continue
        yield label, False, []
        yield from ((theme or "", True, each) for theme, each in themes)


def _halves(groups: list[Group]) -> list[list[Group]]:
    """The groups in two tables of about the same height, a family never cut; in one when they are few."""
    heights = [1 + len(services) for _, _, services in groups]
    starts = [index for index, (_, is_minor, _) in enumerate(groups) if not is_minor and index]
    if sum(heights) < 16 or not starts:
        return [groups]
    middle = min(starts, key=lambda start: abs(sum(heights[:start]) - sum(heights[start:])))
    return [groups[:middle], groups[middle:]]


def _section(group: Group, colleges: Sequence[College], scenario: Scenario, view: View, edition: Edition) -> Section:
    label, is_minor, services = group
    rows = []
    for service in services:
        marks = [service.marks[college.id] for college in colleges]
        rows.append([_name(service, scenario, view, edition), *(Cell(each.symbol, said=each.words) for each in marks)])
    return Section(label, rows, is_minor)


def _name(service: Service, scenario: Scenario, view: View, edition: Edition) -> Cell:
    """Its short name, and the rest of it where there is room; it leads to its sheet."""
    parameters = to_parameters(scenario, view.model_copy(update={"sheet": service.id}), edition)
    short = re.split(r"(?=,| \()", service.label, maxsplit=1)
    return Cell(short[0], more="".join(short[1:]), address=f"?{urlencode(parameters)}")


def _column(college: College, mine: str) -> Column:
    is_mine = college.id == mine
    return Column(
        f"{college.id}\n{college.acronym}" + ("\nvous" if is_mine else ""), css="mark mine" if is_mine else "mark"
    )


def _caption(groups: Sequence[Group]) -> str:
    names = [label for label, is_minor, _ in groups if not is_minor]
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
    fields.ask_in_list(label, choices, key(word))
