"""What a group still has to correct: each cell, where it is, what was read, what to write instead."""

import streamlit as st

from nes_model.french import capitalise, write_count
from nes_model.group.group import Group
from nes_model.group.organisations import CellProblem
from nes_model.problems import cite
from ui.widgets import tables
from ui.widgets.tables import Column

_MOST_PROBLEMS = 200  # shown; the file has them all
_MANY, _TALL = 8, 420  # past so many problems, the table scrolls within so many pixels: the pictures stay near


def show(group: Group, *, is_typed: bool) -> None:
    """Every cell to correct: where it is, what was read, what to write instead."""
    found = group.problems
    if not found:
        return
    with st.container(key="dit-a-corriger"):
        st.header(f"À corriger : {write_count(group.bad_rows, 'ligne')}", anchor=False)
    where = "Corrigez-les dans le tableau." if is_typed else "Corrigez-les, puis redonnez le fichier."
    st.markdown(f"Ces lignes ne sont pas comptées. {where}")
    columns = [Column("Ligne"), Column("Colonne"), Column("Lu"), Column("À corriger")]
    rows = [_problem_row(each) for each in found[:_MOST_PROBLEMS]]
    is_long = len(rows) > _MANY
    with st.container(height=_TALL if is_long else "content", border=is_long):
        tables.show("Ce qui est à corriger, ligne par ligne", columns, rows)
    if len(found) > _MOST_PROBLEMS:
        st.caption("La suite est dans le fichier du résultat.")


def _problem_row(problem: CellProblem) -> tuple[str, ...]:
    read = cite(problem.read) if problem.read else "—"
    return str(problem.row), problem.column or "—", read, capitalise(problem.message)
