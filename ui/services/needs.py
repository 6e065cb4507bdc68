"""« De quoi avez-vous besoin ? »: needs to tick by theme or to search, and the counts that set their price."""

import streamlit as st

from nes_model.catalogue.category_names import write_title
from nes_model.catalogue.edition import Edition
from nes_model.needs.need import list_needs
from nes_model.scenario.scenario import Scenario
from ui.services.state import NEEDS, name_field, name_theme_field, pick_needs, tick_needs
from ui.state import address
from ui.widgets import count_fields, fields


def ask(scenario: Scenario, edition: Edition, *, fold_themes: bool) -> None:
    """Ask what is wanted, and the counts that set its price; folded themes let what is under them be seen."""
    labels = {need.id: need.label for need in sorted(list_needs(edition), key=lambda need: need.service is not None)}
    if fold_themes:
        fold = st.expander("Choisir par thème", key="themes-replies", on_change=address.stay)
        if fold.open:
            with fold:
                _themes(labels, edition)
    else:
        _themes(labels, edition)
    fields.ask_several(
        "Vos besoins, et tout autre à chercher",
        labels,
        NEEDS,
        placeholder="Un service, ou une fonction : payer en ligne, échanger des images…",
        select_all=False,
        filter_mode="contains",
        accept_new_options=True,
        on_change=pick_needs,
    )
    with st.grid(4, min_column_width=150, gap="small"):
        count_fields.show(count_fields.find_counts(scenario.category, edition), prefix=name_field(""))
        choices = {"": "Aucune"} | {id_: write_title(category, edition) for id_, category in edition.categories.items()}
        fields.ask_in_list(
            "Comparer à une autre catégorie",
            choices,
            name_field("comparee"),
            filter_mode=None,
            help="Une CPTS relève du collège B ou du collège D, selon la structure qui la porte.",
        )


def _themes(labels: dict[str, str], edition: Edition) -> None:
    """What people most often come for, under a few heads, to tick."""
    with st.grid(2, min_column_width=330, gap="small", key="themes"):
        for index, theme in enumerate(edition.need_themes):
            fields.ask_ticks(
                theme.label,
                {need: labels[need] for need in theme.needs},
                name_theme_field(index),
                chosen=st.session_state[NEEDS],
                on_change=lambda index=index: tick_needs(index),
            )
