"""The ways in which a category may have what it needs: what each asks it to take, and what stands in the way."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from nes_model.catalogue.doubt import RETAINED
from nes_model.catalogue.edition import College, Edition
from nes_model.catalogue.offer import Feature, Taking
from nes_model.catalogue.overlay import apply_readings
from nes_model.catalogue.service import Mark, Service
from nes_model.needs.need import Need, find_need
from nes_model.scenario import checking
from nes_model.scenario.scenario import Scenario


@dataclass(frozen=True)
class Way:
    """What has to be taken: membership or not, and options beside it."""

    membership: bool = False
    offers: frozenset[str] = frozenset()

    def with_(self, other: "Way") -> "Way":
        """Both at once."""
        return Way(self.membership or other.membership, self.offers | other.offers)

    def asks_no_more_than(self, other: "Way") -> bool:
        """Whether whoever takes the other has this one as well. It then costs no more: no charge is negative."""
        return self.membership <= other.membership and self.offers <= other.offers


@dataclass(frozen=True)
class Obstacle:
    """Why a need cannot be promised to a category."""

    reason: str
    doubts: tuple[str, ...] = ()  # the points à confirmer behind it
    is_unknown: bool = False  # the catalogue cannot be read there: neither yes nor no


@dataclass(frozen=True)
class Opening:
    """Another reading, under which the need could be met."""

    doubt: str
    choice: str
    label: str


def find_ways(need: Need, category: str, edition: Edition) -> tuple[Way, ...]:
    """The open ways, without those that ask more than another; none when the need cannot be promised.

    Args:
        need: what is wanted, as found in that same edition.
        category: of the member, or of whoever might join.
        edition: as the readings in force make it.
    """
    return keep_least(
        _way(need, features, category, edition)
        for features in need.ways
        if _obstacle(need, features, category, edition) is None
    )


def keep_least(found: Iterable[Way]) -> tuple[Way, ...]:
    """Without the ways that ask more than another of them."""
    distinct = dict.fromkeys(found)
    return tuple(
        way for way in distinct if not any(other != way and other.asks_no_more_than(way) for other in distinct)
    )


def find_obstacle(need: Need, category: str, edition: Edition) -> Obstacle:
    """Why no way is open, when none is: what stands in the simplest one."""
    found = [_obstacle(need, features, category, edition) for features in need.ways]
    return next(each for each in found if each)


def find_colleges(need: Need, edition: Edition) -> tuple[College, ...]:
    """The colleges of which at least one category has an open way."""
    return tuple(
        college
        for college in edition.colleges
        if any(find_ways(need, category.id, edition) for category in college.categories)
    )


def find_openings(need: Need, scenario: Scenario, edition: Edition) -> Iterator[Opening]:
    """Each other reading that, alone, would open the need to the scenario's category.

    Args:
        need: what is wanted, and closed under the scenario's readings.
        scenario: its category and its readings.
        edition: as it is published.
    """
    for doubt in edition.doubts:
        used = scenario.readings.get(doubt.id, RETAINED)
        for choice, label in doubt.labels.items():
            if choice == used:
                continue
            read = apply_readings(edition, scenario.with_reading(doubt.id, choice).readings)
            same = find_need(need.id, read)
            if same and find_ways(same, scenario.category, read):
                yield Opening(doubt.id, choice, label)


def _way(need: Need, features: tuple[Feature, ...], category: str, edition: Edition) -> Way:
    offers = [edition.offers_by_id[feature.offer] for feature in features]
    options = frozenset(offer.id for offer in offers if offer.taking is Taking.OPTIONAL)
    comes_with_membership = any(offer.taking is not Taking.OPTIONAL for offer in offers)
    return Way(comes_with_membership or _asks_to_join(need, features, category, edition), options)


def _asks_to_join(need: Need, features: tuple[Feature, ...], category: str, edition: Edition) -> bool:
    """What belongs to no service is sold to members."""
    college = edition.college_of(category).id
    services = _services(need, features, edition)
    return not services or any(edition.needs_membership(service, college) for service in services)


def _obstacle(need: Need, features: tuple[Feature, ...], category: str, edition: Edition) -> Obstacle | None:
    for service in _services(need, features, edition):
        if found := _closed_by_its_mark(service, edition.college_of(category), edition):
            return found
    for feature in features:
        offer = edition.offers_by_id[feature.offer]
        if offer.taking is Taking.OUTSIDE:
            return Obstacle(f"{offer.label} : le simulateur ne la propose pas, elle se règle hors NeS.")
        if offer.taking is Taking.OPTIONAL and (reason := checking.explain_refusal(offer, category)):
            return Obstacle(reason, feature.doubts)
    return None


def _closed_by_its_mark(service: Service, college: College, edition: Edition) -> Obstacle | None:
    mark = service.marks[college.id]
    if mark.available:
        return None
    doubts = tuple(doubt.id for doubt in edition.find_doubts(service, college.id))
    if mark is Mark.UNKNOWN:
        points = f" ({', '.join(doubts)})" if doubts else ""
        reason = f"Le catalogue est illisible à cet endroit pour le collège {college.id}{points} : ni oui, ni non."
        return Obstacle(reason, doubts, is_unknown=True)
    return Obstacle(f"Le catalogue ne l'ouvre pas au collège {college.id}, {college.label}.", doubts)


def _services(need: Need, features: tuple[Feature, ...], edition: Edition) -> list[Service]:
    of_features = [edition.services_by_id[feature.service] for feature in features if feature.service]
    return [*([need.service] if need.service else []), *of_features]
