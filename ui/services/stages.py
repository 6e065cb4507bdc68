"""What one has without joining, by joining, and with a pack more: one column a step, one line a need."""

from collections.abc import Iterator, Sequence

import streamlit as st

from nes_model.money import Amount
from nes_model.needs.recommendation import Met, Recommendation
from nes_model.needs.stages import Stage
from nes_model.pricing.sentences import qualify_first_year, qualify_following_years
from ui.widgets import tables
from ui.widgets.tables import Column, RichCell

_YES, _NO = RichCell("✓", said="oui"), RichCell("—", said="non")
_NOTHING = "rien à payer"


def show(found: Recommendation, stages: Sequence[Stage]) -> None:
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
    quotes = [stage.quote for stage in stages]
    first = [_qualified(each.first_year, qualify_first_year(each)) if each else _NOTHING for each in quotes]
    then = [_qualified(each.following_years, qualify_following_years(each)) if each else _NOTHING for each in quotes]
    yield ["Première année", *first]
    yield ["Chaque année suivante", *then]


def _qualified(amount: Amount, said: Sequence[str]) -> str:
    """An amount, and under it what it leaves out or supposes."""
    return "\n".join([str(amount), *said])


def _named(met: Met) -> str:
    """The need, and under it what it takes besides and on which conditions."""
    return "\n".join([met.need.label, *(f"Condition\N{NO-BREAK SPACE}: {each}" for each in met.need.conditions)])


def _cells(met: Met, stages: Sequence[Stage]) -> Iterator[str | RichCell]:
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
