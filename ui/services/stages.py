"""What one has without joining, by joining, and with a pack more: one column a step, one line a need."""

from collections.abc import Iterator, Sequence

import streamlit as st

from nes_model.needs.recommendation import Answer, Met
from nes_model.needs.stages import Stage
from ui.widgets import tables
from ui.widgets.tables import Cell, Column

_YES, _NO = Cell("✓", said="oui"), Cell("—", said="non")


def show(found: Answer, stages: Sequence[Stage]) -> None:
    """The table, unless nothing that is wanted can be promised."""
    if not found.met:
        return
    columns = [Column("Besoin"), *(Column(_title(stage), is_figure=True) for stage in stages)]
    rows = [[_named(met), *_cells(met, stages)] for met in found.met]
    category = found.edition.categories[found.scenario.category].label
    caption = f"{category}\N{NO-BREAK SPACE}: ce que vous avez à chaque étape, et ce qu'elle coûte"
    with st.container(key=f"etapes-{found.scenario.category}"):
        tables.show(caption, columns, [*_costs(stages), *rows])


def _title(stage: Stage) -> str:
    if not stage.membership:
        return "Sans adhérer"
    return f"Adhésion + {stage.pack.label.lower()}" if stage.pack else "Avec l'adhésion"


def _costs(stages: Sequence[Stage]) -> Iterator[list[str]]:
    yield ["Première année", *(str(stage.quote.first_year) if stage.quote else "rien à payer" for stage in stages)]
    yield [
        "Chaque année suivante",
        *(str(stage.quote.following_years) if stage.quote else "rien à payer" for stage in stages),
    ]


def _named(met: Met) -> str:
    """The need, and under it what it takes besides and on which conditions."""
    return "\n".join([met.need.label, *(f"Condition\N{NO-BREAK SPACE}: {each}" for each in met.need.conditions)])


def _cells(met: Met, stages: Sequence[Stage]) -> Iterator[str | Cell]:
    """Yes, no, or what would have to be taken besides, which none of the steps holds."""
    packs = {stage.pack.id for stage in stages if stage.pack}
    besides = ", ".join(offer.label for offer in met.offers if offer.id not in packs)
    for stage in stages:
        if met.need.id in stage.met:
            yield _YES
        elif besides and stage.membership >= met.needs_membership:
            yield f"en plus\n{besides}"
        else:
            yield _NO
