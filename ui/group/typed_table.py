"""A group typed in a table. It starts with an example, and is kept from page to page for as long as the visit lasts."""

from collections.abc import Sequence
from typing import Any

import pandas as pd
import streamlit as st

from nes_model.catalogue.edition import Edition
from nes_model.group.group import Group, price_group
from nes_model.group.organisations import MOST_TYPED, Organisations
from nes_model.group.terms import Terms
from nes_model.spreadsheets.table import Row, Table
from ui.state import address

WHOSE = "organisations"  # the address's word for organisations that were given, by file or by hand
_TYPED, _START, _EDITOR = "_groupe-saisie", "_groupe-depart", "saisie"
TypedRow = dict[str, Any]  # a table's word, and what is in that cell
BLANK: TypedRow = {
    "libelle": "",
    "categorie": "",
    "etablissements": "",
    "options": [],
    "utilisateurs": "",
    "structures": "",
}
_EXAMPLE = [
    ("EHPAD Les Tilleuls", "EHPAD", "3", ["pack-complementaire"], "", ""),
    ("MSP du Bocage", "MSP", "1", ["pack-complementaire", "dpm"], "8", "1"),
    ("CH de la Vallée", "Autre établissement de santé", "2", ["imagerie"], "", ""),
]
_HOW_TO_FILL = (
    "Écrivez dans les cases, ou collez-y celles d'un autre tableau ; une ligne s'ajoute en bas. Une catégorie "
    "s'écrit par son nom usuel, par exemple EHPAD ou MSP. Pour retirer une ligne, cochez la case qui la précède et "
    "appuyez sur Suppr, ou videz ses cases. Une case vide vaut un établissement, une structure, aucun utilisateur."
)


def ask(edition: Edition, terms: Terms) -> Group:
    """Ask for organisations in a table, which starts with an example or with what was typed before leaving the page."""
    st.header("Ou un tableau à remplir", anchor=False)
    held, is_lost = st.session_state, _is_lost()
    if _EDITOR not in held:
        held[_START] = held.get(_TYPED, _frame([BLANK] if is_lost else _EXAMPLE))
    if is_lost:
        st.warning(
            "Rien n'en est enregistré. Redonnez votre fichier, ou remplissez le tableau.",
            title="Vos organisations ne sont plus en mémoire",
        )
    edited = st.data_editor(
        held[_START],
        key=_EDITOR,
        num_rows="dynamic",
        hide_index=True,
        column_config=_columns(edition),
        placeholder="",
        alt="Organisations du groupe, à remplir",
    )
    held[_TYPED] = edited
    if len(held[_EDITOR]["added_rows"]) >= MOST_TYPED:
        st.warning(
            f"Ce tableau prend {MOST_TYPED} lignes ajoutées au plus\N{NO-BREAK SPACE}: celles qui suivent ne sont ni "
            "lues ni comptées. Au-delà, donnez un fichier."
        )
    st.caption(_HOW_TO_FILL)
    return price_group(Organisations(_table(edited), edition, terms), edition)


def is_example() -> bool:
    """Whether what is in the table is still the example of an empty visit."""
    typed = st.session_state.get(_TYPED)
    return typed is None or bool(typed.equals(_frame(_EXAMPLE)))


def list_examples() -> list[int]:
    """The numbers of the rows that are still the example's, once others are no longer."""
    if is_example():
        return []
    examples = _records(_frame(_EXAMPLE))
    return [number for number, row in enumerate(_records(st.session_state[_TYPED]), start=1) if row in examples]


def list_rows() -> list[TypedRow]:
    """What was typed in the table, but for its blank rows; nothing as long as it is the example."""
    return [] if is_example() else [row for row in _records(st.session_state[_TYPED]) if any(row.values())]


def replace_rows(rows: list[TypedRow]) -> None:
    """Put these in the table, in place of all that it held; to be called before the table is drawn."""
    st.session_state[_TYPED] = _frame(rows or [BLANK])
    st.session_state.pop(_EDITOR, None)


def _records(held: pd.DataFrame) -> list[TypedRow]:
    rows = held.astype(object).where(held.notna(), None).to_dict("records")
    return [{str(word): value for word, value in row.items()} for row in rows]


def _is_lost() -> bool:
    """Whether the address is that of a visit where organisations were given, and this one has none."""
    typed = st.session_state.get(_TYPED)
    return address.read_first(WHOSE) is not None and (typed is None or typed.equals(_frame([BLANK])))


def _frame(rows: Sequence[Any]) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=list(BLANK))


def _columns(edition: Edition) -> dict[str, Any]:
    """No column refuses what is pasted: a cell that did would keep what it held, under another organisation's name."""
    column = st.column_config
    return {
        "libelle": column.TextColumn("Nom", width=145),
        "categorie": column.TextColumn("Catégorie", width=195),
        "etablissements": column.TextColumn("Établissements", width=125),
        "utilisateurs": column.TextColumn("Utilisateurs", width=110),
        "structures": column.TextColumn("Structures", width=105),
        "options": column.MultiselectColumn(
            "Options",
            options=list(edition.options),
            format_func=lambda option: edition.options[option].label if option in edition.options else option,
            accept_new_options=True,
            width=390,
        ),
    }


def _table(edited: pd.DataFrame) -> Table:
    written = edited.astype(object).where(edited.notna(), "").itertuples(index=False)
    rows = (Row(number, [_cell(cell) for cell in row]) for number, row in enumerate(written, start=1))
    return Table(Row(0, list(BLANK)), (row for row in rows if not row.is_blank))


def _cell(value: Any) -> str:
    return str(value) if isinstance(value, str) else ";".join(value)
