"""What a person may want: a service, one of its levels, or a feature that the edition names as a need."""

from collections.abc import Sequence
from dataclasses import dataclass

from nes_model.catalogue.edition import Edition
from nes_model.catalogue.offer import Feature
from nes_model.catalogue.service import Level, Service
from nes_model.catalogue.service_search import simplify
from nes_model.problems import InvalidInputError, Problem, cite, suggest

MOST_NEEDS = 100  # asked at once: more than there are


@dataclass(frozen=True)
class Need:
    """Something wanted, and every way of having it: each is the features that it takes."""

    id: str  # `service`, `service:niveau` or `fonction`
    label: str
    service: Service | None  # its marks say who may have it
    ways: tuple[tuple[Feature, ...], ...]  # a service without levels has one way, that takes no feature

    @property
    def conditions(self) -> tuple[str, ...]:
        """On which its service may be had, in French."""
        return self.service.conditions if self.service else ()


def list_needs(edition: Edition) -> tuple[Need, ...]:
    """Everything that may be wanted: each service, then its levels when there is a choice, then the features."""
    needs: list[Need] = []
    for service in edition.services:
        needs.append(_service_need(service, edition))
        if len(service.levels) > 1:
            needs += [_level_need(service, level, edition) for level in service.levels]
    return (*needs, *(_feature_need(feature, edition) for feature in edition.features if feature.need))


def find_needs(words: Sequence[str], edition: Edition) -> tuple[Need, ...]:
    """The needs of those ids, each once, in the order asked.

    Raises:
        InvalidInputError: with every word that is not a need, and what to write instead.
    """
    found = {word: find_need(word, edition) for word in words}
    if unknown := [_unknown(word, edition) for word, need in found.items() if need is None]:
        raise InvalidInputError(unknown)
    return tuple(need for need in found.values() if need)


def find_need(word: str, edition: Edition) -> Need | None:
    """The need of that id, under the edition's readings."""
    service_id, _, level_id = word.partition(":")
    service = edition.services_by_id.get(service_id)
    if service and level_id:
        level = service.find_level(level_id)
        return _level_need(service, level, edition) if level else None
    if service and word == service_id:
        return _service_need(service, edition)
    feature = edition.features_by_id.get(word)
    return _feature_need(feature, edition) if feature and feature.need else None


def search_needs(text: str, edition: Edition) -> tuple[Need, ...]:
    """The need of that id or that label, or those whose label holds each word of a text, accents and case aside."""
    if need := find_need(text, edition):
        return (need,)
    labels = [(need, simplify(need.label)) for need in list_needs(edition)]
    wanted = simplify(text)
    if whole := tuple(need for need, label in labels if label == wanted):
        return whole
    words = wanted.split()
    return tuple(need for need, label in labels if words and all(word in label for word in words))


def _service_need(service: Service, edition: Edition) -> Need:
    """Any level will do: which one is cheapest depends on who asks."""
    ways = tuple(_features(level, edition) for level in service.levels) or ((),)
    return Need(service.id, service.label, service, ways)


def _level_need(service: Service, level: Level, edition: Edition) -> Need:
    return Need(f"{service.id}:{level.id}", level.label, service, (_features(level, edition),))


def _feature_need(feature: Feature, edition: Edition) -> Need:
    service = edition.services_by_id[feature.service] if feature.service else None
    return Need(feature.id, feature.need or feature.label, service, ((feature,),))


def _features(level: Level, edition: Edition) -> tuple[Feature, ...]:
    return tuple(edition.features_by_id[feature] for feature in level.features)


def _unknown(word: str, edition: Edition) -> Problem:
    service_id, colon, _ = word.partition(":")
    service = edition.services_by_id.get(service_id)
    if service and colon:
        if not service.levels:
            return Problem(f"{cite(word)} : {service.label} n'a pas de niveaux. Écrivez « {service_id} ».")
        known = [f"{service_id}:{level.id}" for level in service.levels]
        return Problem(f"{cite(word)} n'est pas un niveau de {service.label}. {suggest(word, known)}")
    known = [need.id for need in list_needs(edition)]
    return Problem(f"{cite(word)} n'est pas un besoin connu. {suggest(word, known)}")
