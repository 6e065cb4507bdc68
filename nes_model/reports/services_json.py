"""The grid of services as one JSON object."""

from typing import Self

from nes_model.catalogue.edition import Edition
from nes_model.catalogue.service import Service
from nes_model.reports.json_answer import JsonAnswer


class LevelAnswer(JsonAnswer):
    """A level of a service, and what it takes."""

    id: str
    libelle: str
    prestations: list[str]


class ServiceAnswer(JsonAnswer):
    """A service: its marks by college, who must join to have it, what each level needs."""

    id: str
    libelle: str
    famille: str
    marques: dict[str, str]
    adhesion: list[str]
    niveaux: list[LevelAnswer]
    a_confirmer: list[str]

    @classmethod
    def of(cls, service: Service, edition: Edition) -> Self:
        """The service as an edition describes it."""
        colleges = edition.colleges_by_id
        return cls(
            id=service.id,
            libelle=service.label,
            famille=service.family,
            marques={college: service.marks[college].value for college in colleges},
            adhesion=[college for college in colleges if edition.needs_membership(service, college)],
            niveaux=[
                LevelAnswer(
                    id=level.id, libelle=level.label, prestations=[offer.id for offer in edition.offers_of(level)]
                )
                for level in service.levels
            ],
            a_confirmer=list(service.doubts),
        )


class ServicesAnswer(JsonAnswer):
    """Every service, in catalogue order."""

    edition: str
    services: list[ServiceAnswer]

    @classmethod
    def of(cls, edition: Edition) -> Self:
        """The whole grid of an edition."""
        return cls(edition=edition.header.id, services=[ServiceAnswer.of(each, edition) for each in edition.services])
