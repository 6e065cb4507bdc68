"""One organisation at a time, in ordinary fields: for whom the table, which is drawn on a canvas, cannot be read."""

import streamlit as st

from nes_model.catalogue.category_names import find_word, write_title
from nes_model.catalogue.edition import Edition
from nes_model.scenario.field_labels import LABELS
from nes_model.scenario.scenario import MOST_LABEL
from ui.group import typed_table

_KEY = "organisation-"
_WHICH, _TITLE, _DONE = f"{_KEY}choisie", "Une organisation à la fois, champ par champ", "_organisation-dite"
_COUNTS = ("etablissements", "utilisateurs", "structures")  # as people write them, as in the table


def show(edition: Edition) -> None:
    """Ask for an organisation to add, or one of the table's to correct or remove."""
    rows = typed_table.list_rows()
    if (st.session_state.get(_WHICH) or 0) > len(rows):
        st.session_state[_WHICH] = 0
    with st.expander(_TITLE):
        if typed_table.is_example():
            st.caption("La première organisation ajoutée remplace l'exemple.")
        st.selectbox(
            "Organisation",
            range(len(rows) + 1),
            format_func=lambda number: f"{number} · {_name(rows[number - 1], edition)}" if number else "Une nouvelle",
            key=_WHICH,
            on_change=_fill,
            args=(edition,),
        )
        _ask(edition)
        number = st.session_state[_WHICH]
        with st.container(horizontal=True):
            st.button("Enregistrer" if number else "Ajouter", key=f"{_KEY}garder", on_click=_save, args=(edition,))
            if number:
                st.button("Retirer", key=f"{_KEY}retirer", on_click=_remove, args=(edition,))
        if said := st.session_state.pop(_DONE, None):
            with st.container(key="dit-organisation"):
                st.caption(said)


def _ask(edition: Edition) -> None:
    categories = edition.categories
    st.text_input("Nom", key=f"{_KEY}libelle", max_chars=MOST_LABEL)
    st.selectbox(
        "Catégorie (obligatoire)",
        list(categories),
        index=None,
        format_func=lambda category: write_title(categories[category], edition),
        key=f"{_KEY}categorie",
        filter_mode="contains",
    )
    if st.session_state.get(f"{_KEY}manque"):
        with st.container(key=f"erreur-{_KEY}categorie"), st.container(key="dit-categorie-manquante"):
            st.caption(":red[Choisissez une catégorie\N{NO-BREAK SPACE}: sans elle, rien ne peut être chiffré.]")
    with st.container(horizontal=True):
        for word in _COUNTS:
            st.text_input(LABELS[word], key=f"{_KEY}{word}", max_chars=20)
    pasted = [each for each in st.session_state.get(f"{_KEY}options", ()) if each not in edition.options]
    st.multiselect(
        "Options",
        [*edition.options, *pasted],
        format_func=lambda option: edition.options[option].label if option in edition.options else option,
        key=f"{_KEY}options",
    )


def _name(row: typed_table.TypedRow, edition: Edition) -> str:
    category = edition.categories.get(_category(row, edition) or "")
    return str(row["libelle"] or (category.label if category else "sans nom"))


def _category(row: typed_table.TypedRow, edition: Edition) -> str | None:
    """The word of the category that a row names, when it names one."""
    word = find_word(str(row["categorie"] or ""), edition)
    return word if word in edition.categories else None


def _fill(edition: Edition) -> None:
    """Put in the fields what the table says of the organisation chosen; nothing for a new one."""
    held, number = st.session_state, st.session_state[_WHICH]
    row = typed_table.list_rows()[number - 1] if number else typed_table.BLANK
    held[f"{_KEY}manque"] = False
    held[f"{_KEY}categorie"], held[f"{_KEY}options"] = _category(row, edition), list(row["options"] or [])
    for word in ("libelle", *_COUNTS):
        held[f"{_KEY}{word}"] = row[word] or ""


def _save(edition: Edition) -> None:
    held, number = st.session_state, st.session_state[_WHICH]
    held[f"{_KEY}manque"] = not held[f"{_KEY}categorie"]
    if held[f"{_KEY}manque"]:
        return
    row = {word: held[f"{_KEY}{word}"] for word in typed_table.BLANK}
    row["categorie"] = edition.categories[row["categorie"]].label
    rows = typed_table.list_rows()
    rows[number - 1 if number else len(rows) : number or len(rows)] = [row]
    _put(rows, "Organisation enregistrée." if number else "Organisation ajoutée au tableau.", edition)


def _remove(edition: Edition) -> None:
    rows = typed_table.list_rows()
    del rows[st.session_state[_WHICH] - 1]
    _put(rows, "Organisation retirée du tableau.", edition)


def _put(rows: list[typed_table.TypedRow], said: str, edition: Edition) -> None:
    typed_table.replace_rows(rows)
    st.session_state[_WHICH], st.session_state[_DONE] = 0, said
    _fill(edition)
