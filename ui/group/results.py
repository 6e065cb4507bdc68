"""What a group costs: the figures first, then what to correct, the parts, and each organisation."""

from collections.abc import Callable, Sequence
from functools import partial
from math import ceil

import streamlit as st

from nes_model.catalogue.edition import Edition
from nes_model.french import write_count
from nes_model.group.group import Group
from nes_model.group.organisations import Organisation
from nes_model.group.totals import Share
from nes_model.money import Amount, format_number
from nes_model.reports.group_csv import list_results, write_group_csv
from nes_model.reports.group_text import write_bad_rows, write_group_notes
from nes_model.reports.group_workbook import write_group_workbook
from nes_model.spreadsheets.table import list_first
from ui.group.terms import TITLE as TERMS
from ui.widgets import figures, notices, tables
from ui.widgets.downloads import give_file
from ui.widgets.markdown import escape
from ui.widgets.tables import Column

_A_PAGE = 50  # organisations shown together


def show_title(*, is_example: bool) -> None:
    """What the page does, and whose figures it shows."""
    st.title("Que coûte l'adhésion de tout un groupe ?", anchor=False)
    st.markdown(
        "**Exemple à remplacer** : donnez votre fichier, ou écrivez vos organisations dans le tableau. "
        "La page chiffre chacune et les additionne."
        if is_example
        else "Chaque organisation est chiffrée, puis le tout est additionné par collège, catégorie et prestation."
    )
    with st.container():
        notices.show()


def show_figures(group: Group, edition: Edition, *, is_example: bool) -> None:
    """The figures of the whole, whose they are and how sure."""
    together = group.consolidation
    priced, read = together.whole.organisations, len(group.organisations)
    whose = ["exemple"] if is_example else []
    aside = [*whose, *(["total partiel"] if group.is_partial else [])]
    sums = [
        ("Première année", together.whole.first_year, "Tout ce que le groupe paie la première année."),
        ("Chaque année suivante", together.whole.following_years, "Ce qui revient chaque année, avant hausse."),
        ("Capital restituable", together.capital, "Les apports en capital, rendus aux membres qui partent."),
    ]
    with st.container(key="chiffres"), st.grid(4, min_column_width=150, gap="small"):
        for label, amount, explanation in sums:
            figures.show(label, amount, explanation, aside)
        counted = _count_of(priced, read)
        figures.show_text("Organisations chiffrées", counted, "Les lignes à corriger ne sont pas comptées.", whose)
    st.markdown(_confidence(group, edition))


def show_downloads(write: Callable[[Callable[[Group], bytes]], bytes], edition: Edition) -> None:
    """The group as files, rows in the order they came in, each written when it is asked for."""
    with st.container(horizontal=True):
        give_file("Résultat Excel", partial(write, partial(write_group_workbook, edition=edition)), "groupe-nes.xlsx")
        give_file("Résultat CSV", partial(write, write_group_csv), "groupe-nes.csv")


def show_parts(group: Group) -> None:
    """The whole by college and category, then by offer."""
    together = group.consolidation
    st.header("Le détail par collège, catégorie et prestation", anchor=False)
    for caption, title, shown in [
        ("Par collège", "Collège", [(f"{part.id} · {part.label}", part) for part in together.colleges]),
        ("Par catégorie", "Catégorie", [(part.label, part) for part in together.categories]),
        ("Par prestation", "Prestation", [(part.label, part) for part in together.offers]),
    ]:
        count, unpriced = (Column(each, is_figure=True) for each in ("Organisations", "Non chiffré"))
        columns = [Column(title), count, *tables.COSTS, unpriced]
        rows = [(name, *_cells(part)) for name, part in shown]
        tables.show(caption, columns, rows, ("Total", *_cells(together.whole)))


def show_organisations(group: Group, edition: Edition) -> None:
    """Each organisation, some at a time, in the order they came."""
    st.header("Organisation par organisation", anchor=False)
    shown = list(list_results(group.organisations, group.batch))
    if len(shown) > _A_PAGE:
        last = ceil(len(shown) / _A_PAGE)
        page = st.number_input(f"Page, de 1 à {last}", 1, last, step=1, key="page-du-groupe", width=180)
        shown = shown[(page - 1) * _A_PAGE : page * _A_PAGE]
    columns = [Column("Organisation"), Column("Ligne"), *tables.COSTS, Column("Non chiffré")]
    rows = [_organisation_row(*each, edition) for each in shown]
    tables.show("Ce que paie chaque organisation", columns, rows)


def show_notes(group: Group, edition: Edition) -> None:
    """What the figures leave out, what they mix, and the readings that they rest on."""
    for sentence in write_group_notes(group):
        st.info(escape(sentence))
    readings = [edition.doubts_by_id[doubt] for doubt in group.consolidation.doubts]
    if readings:
        with st.expander(f"Les points à confirmer de ces montants ({len(readings)})", key="points-du-groupe"):
            columns = [Column("Point"), Column("Imprimé"), Column("Lu")]
            rows = [(f"{each.id} · {each.title}", each.printed, each.retained) for each in readings]
            tables.show("Les points à confirmer de ces montants", columns, rows)
            st.caption(f"Pour une autre lecture, dépliez « {TERMS} », à côté de l'envoi du fichier.")


def _confidence(group: Group, edition: Edition) -> str:
    together = group.consolidation
    count, unpriced = len(together.doubts), together.whole.unpriced
    doubts = f"{write_count(count, 'point')} à confirmer touche{'nt' * (count > 1)} ces montants"
    return " · ".join(
        [
            *(["**Simulation de tarif**"] if together.what_ifs else []),
            f"Estimation d'après le {edition.header.label[0].lower()}{edition.header.label[1:]}",
            f"**{write_bad_rows(group)}**" if group.bad_rows else "toutes les lignes sont comptées",
            *_chosen(group),
            *_hidden(group),
            doubts if count else "aucun point à confirmer",
            _priced(unpriced, all_counted=not group.bad_rows),
        ]
    )


def _chosen(group: Group) -> list[str]:
    """The doubts that are read otherwise than retained, for the whole group."""
    readings = group.terms.readings
    if not readings:
        return []
    return [f"**{write_count(len(readings), 'point lu')} autrement : {', '.join(readings)}**"]


def _hidden(group: Group) -> list[str]:
    """What the total owes to rows that the spreadsheet does not show."""
    rows = group.hidden_rows
    if not rows:
        return []
    without = f"sans {'elles' if len(rows) > 1 else 'elle'}, {group.first_year_shown} la première année"
    numbers = list_first([str(row) for row in rows])
    return [f"**dont {write_count(len(rows), 'ligne masquée')} dans le classeur ({numbers}) ; {without}**"]


def _priced(unpriced: int, *, all_counted: bool) -> str:
    if unpriced:
        return f"hors {write_count(unpriced, 'ligne non chiffrée')}"
    return "tout est chiffré" if all_counted else "tout ce qui est compté est chiffré"


def _count_of(priced: int, read: int) -> str:
    return format_number(read) if priced == read else f"{format_number(priced)} sur {format_number(read)}"


def _cells(part: Share) -> tuple[str, ...]:
    return (
        format_number(part.organisations),
        str(part.first_year),
        str(part.following_years),
        write_count(part.unpriced, "ligne") if part.unpriced else "—",
    )


def _organisation_row(
    each: Organisation, cents: Sequence[int], unpriced: Sequence[str], edition: Edition
) -> tuple[str, ...]:
    name = each.name or "Organisation sans nom"
    if each.scenario is None:
        return name, str(each.row), "à corriger", "—", "—"
    first_year, following_years = Amount.of_cents(*cents[:2]), Amount.of_cents(*cents[2:4])
    category = edition.categories[each.scenario.category]
    missing = ", ".join(edition.charges[charge].label for charge in unpriced)
    return f"{name}\n{category.label}", str(each.row), str(first_year), str(following_years), missing or "—"
