"""What a scenario may say under an edition, as one JSON object."""

from typing import Self

from nes_model.catalogue.doubt import Doubt
from nes_model.catalogue.edition import Category, Edition
from nes_model.catalogue.offer import Offer
from nes_model.needs.need import Need, list_needs
from nes_model.reports.json_answer import JsonAnswer


class CategoryAnswer(JsonAnswer):
    """A category of members."""

    id: str
    libelle: str
    college: str

    @classmethod
    def of(cls, category: Category, edition: Edition) -> Self:
        """The category and its college."""
        return cls(id=category.id, libelle=category.label, college=edition.college_of(category.id).id)


class OptionAnswer(JsonAnswer):
    """An option, and the categories that may take it."""

    id: str
    libelle: str
    famille: str
    pour: list[str]

    @classmethod
    def of(cls, offer: Offer, edition: Edition) -> Self:
        """The option, its family, and who may take it."""
        open_to = [category for category in edition.categories if offer.available_to(category)]
        return cls(id=offer.id, libelle=offer.label, famille=offer.group, pour=open_to)


class DoubtAnswer(JsonAnswer):
    """A point à confirmer, and the readings that a scenario may ask for."""

    id: str
    titre: str
    lectures: list[str]

    @classmethod
    def of(cls, doubt: Doubt) -> Self:
        """The retained reading first."""
        return cls(id=doubt.id, titre=doubt.title, lectures=list(doubt.labels))


class NeedAnswer(JsonAnswer):
    """Something that may be wanted."""

    id: str
    libelle: str

    @classmethod
    def of(cls, need: Need) -> Self:
        """The need as it is asked for, and as it is said."""
        return cls(id=need.id, libelle=need.label)


class EditionAnswer(JsonAnswer):
    """What a scenario may say under an edition."""

    id: str
    libelle: str
    document: str
    en_vigueur: str
    categories: list[CategoryAnswer]
    options: list[OptionAnswer]
    lectures: list[DoubtAnswer]
    besoins: list[NeedAnswer]

    @classmethod
    def of(cls, edition: Edition) -> Self:
        """Every word of an edition that a scenario may use."""
        header = edition.header
        return cls(
            id=header.id,
            libelle=header.label,
            document=header.document,
            en_vigueur=header.in_force,
            categories=[CategoryAnswer.of(each, edition) for each in edition.categories.values()],
            options=[OptionAnswer.of(each, edition) for each in edition.options.values()],
            lectures=[DoubtAnswer.of(each) for each in edition.doubts],
            besoins=[NeedAnswer.of(each) for each in list_needs(edition)],
        )
