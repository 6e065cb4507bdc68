"""The grid of services as one JSON object."""

from typing import Any

from nes_model.catalogue.edition import Edition
from nes_model.catalogue.service import Service


def services_json(edition: Edition) -> dict[str, Any]:
    """Every service in catalogue order: its marks, who must join to have it, what each level needs."""
    return {
        "edition": edition.header.id,
        "services": [_service(service, edition) for service in edition.services],
    }


def _service(service: Service, edition: Edition) -> dict[str, Any]:
    colleges = [college.id for college in edition.colleges]
    return {
        "id": service.id,
        "libelle": service.label,
        "famille": service.family,
        "marques": {college: service.marks[college].value for college in colleges},
        "adhesion": [college for college in colleges if edition.needs_membership(service, college)],
        "niveaux": [
            {"id": level.id, "libelle": level.label, "prestations": [offer.id for offer in edition.offers_of(level)]}
            for level in service.levels
        ],
        "a_confirmer": list(service.doubts),
    }
