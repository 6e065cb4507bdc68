"""What one has of what one wants at each step: without joining, by joining, with a pack more; and what each costs."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from nes_model.catalogue.edition import Edition
from nes_model.catalogue.offer import Offer, Taking
from nes_model.catalogue.overlay import apply_readings
from nes_model.needs.cheapest import price_taking
from nes_model.needs.need import find_needs
from nes_model.needs.ways import Way, find_ways
from nes_model.pricing.quote import Quote
from nes_model.scenario import checking
from nes_model.scenario.scenario import Scenario


@dataclass(frozen=True)
class Stage:
    """A step, what it costs, and the needs that it meets."""

    pack: Offer | None  # what is taken beside membership
    quote: Quote | None  # none without membership: nothing is paid
    met: frozenset[str]  # the ids of the needs that ask no more than this

    @property
    def membership(self) -> bool:
        """Whether one joins."""
        return self.quote is not None


def list_stages(
    words: Sequence[str], scenario: Scenario, edition: Edition, later: Sequence[Edition] = ()
) -> tuple[Stage, ...]:
    """Not joining, joining, then joining with each pack that the category may take beside, in catalogue order.

    Args:
        words: the needs, `service`, `service:niveau` or `fonction`.
        scenario: who asks: category, counts, readings; of its options, only how a pack is counted.
        edition: as it is published.
        later: the editions of the next years, in order.

    Raises:
        InvalidInputError: a word is not a need, or the scenario cannot be priced.
    """
    read = apply_readings(edition, scenario.readings)
    joined = price_taking((), scenario, edition, later)  # before anything else: it says what of the scenario is wrong
    possible = {need.id: find_ways(need, scenario.category, read) for need in find_needs(words, read)}
    stages = [Stage(None, None, _meet(Way(), possible)), Stage(None, joined, _meet(Way(True), possible))]
    for pack in read.packs.values():
        if pack.taking is Taking.OPTIONAL and checking.explain_refusal(pack, scenario.category) is None:
            quote = price_taking((pack.id,), scenario, edition, later)
            stages.append(Stage(pack, quote, _meet(Way(True, frozenset({pack.id})), possible)))
    return tuple(stages)


def _meet(taken: Way, possible: Mapping[str, Sequence[Way]]) -> frozenset[str]:
    """The needs that may be had in a way that asks no more than what is taken."""
    return frozenset(id_ for id_, ways in possible.items() if any(each.asks_no_more_than(taken) for each in ways))
