"""Wanted needs → the cheapest offers that suffice, and why not the others."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from nes_model.catalogue.edition import College, Edition
from nes_model.catalogue.offer import Offer
from nes_model.catalogue.overlay import apply_readings
from nes_model.needs.cheapest import find_cheapest
from nes_model.needs.need import Need, find_needs
from nes_model.needs.ways import (
    Obstacle,
    Opening,
    Way,
    find_colleges,
    find_obstacle,
    find_openings,
    find_ways,
    keep_least,
)
from nes_model.pricing.quote import Quote
from nes_model.scenario.scenario import Scenario

_TO_ORDER = "au coût réel, selon ce que vous commanderez"


@dataclass(frozen=True)
class Met:
    """A need that the recommended offers meet."""

    need: Need
    needs_membership: bool
    offers: tuple[Offer, ...]  # options that it takes, in catalogue order


@dataclass(frozen=True)
class Unmet:
    """A need that the category cannot be promised, why, and what would open it."""

    need: Need
    obstacle: Obstacle
    colleges: tuple[College, ...]  # those that may have it
    openings: tuple[Opening, ...]  # readings under which the category would have it


@dataclass(frozen=True)
class UnknownCost:
    """A cost that the catalogue announces and does not give."""

    label: str
    reason: str


@dataclass(frozen=True)
class Recommendation:
    """What a category must take to have what it wants."""

    scenario: Scenario  # the asker's, with the recommended offers as its options
    edition: Edition  # as the scenario's readings make it
    membership: bool
    quote: Quote  # without membership, it holds only the lines of the offers taken
    outcomes: tuple[Met | Unmet, ...]  # one a need, in the order asked

    @property
    def met(self) -> tuple[Met, ...]:
        """The needs that the recommended offers meet."""
        return tuple(each for each in self.outcomes if isinstance(each, Met))

    @property
    def unmet(self) -> tuple[Unmet, ...]:
        """The needs that cannot be promised."""
        return tuple(each for each in self.outcomes if isinstance(each, Unmet))

    @property
    def offers(self) -> tuple[Offer, ...]:
        """The recommended options, in catalogue order."""
        return tuple(offer for id_, offer in self.edition.options.items() if id_ in self.scenario.options)

    @property
    def without_membership(self) -> tuple[Met, ...]:
        """What may be had without joining."""
        return tuple(each for each in self.met if not each.needs_membership)

    @property
    def within_membership(self) -> tuple[Met, ...]:
        """What joining is enough for."""
        return tuple(each for each in self.met if each.needs_membership and not each.offers)

    @property
    def with_offers(self) -> tuple[Met, ...]:
        """What takes an option besides membership."""
        return tuple(each for each in self.met if each.needs_membership and each.offers)

    @property
    def missing(self) -> tuple[UnknownCost, ...]:
        """Everything that the totals leave out, for want of a price or of knowing what will be ordered."""
        services = {each.need.service.id: each.need.service for each in self.met if each.need.service}
        announced = [(service.label, service.unpriced) for service in services.values() if service.unpriced]
        ordered = [(service.label, _TO_ORDER) for service in services.values() if service.offers and not service.levels]
        unpriced = [(each.label, each.reason) for each in self.quote.unpriced]
        return tuple(UnknownCost(*each) for each in (*unpriced, *announced, *ordered))


def recommend(
    words: Sequence[str], scenario: Scenario, edition: Edition, later: Sequence[Edition] = ()
) -> Recommendation:
    """The cheapest sufficient offers for the needs of those ids.

    Args:
        words: `service`, `service:niveau` or `fonction`.
        scenario: who asks: category, counts, readings; of its options, only how each is counted.
        edition: as it is published.
        later: the editions of the next years, in order.

    Raises:
        InvalidInputError: a word is not a need, or the scenario cannot be priced.
    """
    read = apply_readings(edition, scenario.readings)
    needs = find_needs(words, read)
    possible = {need.id: find_ways(need, scenario.category, read) for need in needs}
    taken, quote = find_cheapest(_sufficient(possible.values()), scenario, edition, later)
    outcomes = tuple(
        _met(need, open_ways, taken, read)
        if (open_ways := possible[need.id])
        else _unmet(need, scenario, edition, read)
        for need in needs
    )
    return Recommendation(quote.scenario, read, taken.membership, quote, outcomes)


def _sufficient(possible: Iterable[tuple[Way, ...]]) -> tuple[Way, ...]:
    """Every set that meets all the needs that can be met, without those that ask more than another."""
    found: tuple[Way, ...] = (Way(),)
    for choices in possible:
        if choices:
            found = keep_least(way.with_(choice) for way in found for choice in choices)
    return found


def _met(need: Need, possible: tuple[Way, ...], taken: Way, read: Edition) -> Met:
    within = [way for way in possible if way.asks_no_more_than(taken)]
    way = min(within, key=lambda each: (each.membership, len(each.offers)))
    return Met(need, way.membership, tuple(offer for id_, offer in read.options.items() if id_ in way.offers))


def _unmet(need: Need, scenario: Scenario, edition: Edition, read: Edition) -> Unmet:
    return Unmet(
        need,
        find_obstacle(need, scenario.category, read),
        find_colleges(need, read),
        tuple(find_openings(need, scenario, edition)),
    )
