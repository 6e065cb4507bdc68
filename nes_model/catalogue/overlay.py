"""An edition with other amounts: what a reading or a what-if makes of it."""

from collections.abc import Mapping

from nes_model.catalogue.charge import ChargePatch, Choice
from nes_model.catalogue.doubt import Overlay
from nes_model.catalogue.edition import Edition
from nes_model.catalogue.offer import Feature, Offer, Tariff
from nes_model.catalogue.service import Service
from nes_model.problems import InvalidInputError, Problem, cite, suggest


def apply(overlay: Overlay, edition: Edition) -> Edition:
    """The edition as the overlay makes it; applying it twice changes nothing more.

    Raises:
        InvalidInputError: the overlay names something that the edition does not have.
    """
    if problems := _find_unknown_targets(overlay, edition):
        raise InvalidInputError(problems)
    patches = dict(overlay.charges)
    for charge, amount in overlay.amounts.items():
        patch = patches.get(charge, ChargePatch())
        patches[charge] = patch.model_copy(update={"amount": amount, "unpriced": None})
    return edition.model_copy(
        update={
            "offers": tuple(_patched_offer(offer, patches) for offer in edition.offers),
            "features": tuple(_moved(feature, overlay) for feature in edition.features),
            "services": tuple(_patched_service(service, overlay) for service in edition.services),
        }
    )


def apply_readings(edition: Edition, readings: Mapping[str, str]) -> Edition:
    """The edition as the chosen readings make it: reading id → id of another reading of it.

    The one that the edition retains changes nothing; what it does not have is left aside: checking tells of it.
    """
    for doubt in edition.doubts:
        if doubt.id in readings and (other := doubt.find_other(readings[doubt.id])):
            edition = apply(other, edition)
    return edition


def _find_unknown_targets(overlay: Overlay, edition: Edition) -> list[Problem]:
    """What the overlay names and the edition does not have."""
    named = (
        [("un tarif", charge, edition.charges) for charge in (*overlay.amounts, *overlay.charges)]
        + [("une fonction", feature, edition.features_by_id) for feature in overlay.features]
        + [("une prestation", offer, edition.offers_by_id) for offer in overlay.features.values()]
        + [("un service", service, edition.services_by_id) for service in (*overlay.marks, *overlay.memberships)]
        + [
            ("un collège", college, edition.colleges_by_id)
            for named in (*overlay.marks.values(), *overlay.memberships.values())
            for college in named
        ]
    )
    return [
        Problem(f"{cite(name)} n'est pas {kind}. {suggest(name, sorted(known))}")
        for kind, name, known in named
        if name not in known
    ]


def _moved(feature: Feature, overlay: Overlay) -> Feature:
    if feature.id not in overlay.features:
        return feature
    return feature.model_copy(update={"offer": overlay.features[feature.id]})


def _patched_offer(offer: Offer, patches: Mapping[str, ChargePatch]) -> Offer:
    if not any(charge.id in patches for charge in offer.charges):
        return offer
    return offer.model_copy(update={"tariffs": tuple(_patched(each, patches) for each in offer.tariffs)})


def _patched(tariff: Tariff, patches: Mapping[str, ChargePatch]) -> Tariff:
    if isinstance(tariff, Choice):
        return tariff.model_copy(update={"charges": tuple(_patched(charge, patches) for charge in tariff.charges)})
    patch = patches.get(tariff.id)
    return patch.apply_to(tariff) if patch else tariff


def _patched_service(service: Service, overlay: Overlay) -> Service:
    changes: dict[str, object] = {}
    if service.id in overlay.marks:
        changes["marks"] = service.marks | overlay.marks[service.id]
    if service.id in overlay.memberships:
        changes["membership_for"] = overlay.memberships[service.id]
    return service.model_copy(update=changes) if changes else service
