"""An edition: one year's catalogue, complete, as a person writes it in `data/`."""

from functools import cached_property

from pydantic import Field

from nes_model.catalogue.charge import Charge, list_named
from nes_model.catalogue.doubt import Doubt
from nes_model.catalogue.joining import Joining, OpenQuestion
from nes_model.catalogue.need_theme import NeedTheme
from nes_model.catalogue.offer import Feature, Offer, Taking
from nes_model.catalogue.service import Contract, Family, Level, Service
from nes_model.documents.entry import Day, Entry, Id, Text
from nes_model.money import Number


class Header(Entry):
    """What is true of the whole edition."""

    id: Id
    label: Text = Field(alias="libelle")
    document: Text
    in_force: Text = Field(alias="en-vigueur")
    vat_rate: Number = Field(alias="taux-tva")  # percent, for amounts printed without VAT
    contact: Text
    valid_until: Day | None = Field(None, alias="valable-jusqu-au")  # the last day, when the catalogue prints one


class OfferGroup(Entry):
    """A family of offers, shown together."""

    id: Id
    label: Text = Field(alias="libelle")


class Category(Entry):
    """What sets a member's price, within a college."""

    id: Id
    label: Text = Field(alias="libelle")
    usual_names: tuple[Text, ...] = Field((), alias="noms-usuels")  # by which a member recognises itself
    other_names: tuple[Text, ...] = Field((), alias="autres-noms")  # understood when written, and shown in no list
    members: Text = Field(alias="membres")
    remark: Text | None = Field(None, alias="remarque")


class College(Entry):
    """A membership class, A to F."""

    id: Id
    label: Text = Field(alias="libelle")
    acronym: Text = Field(alias="sigle")
    categories: tuple[Category, ...] = Field(min_length=1)


class Edition(Entry):
    """One year's catalogue, complete. Its keys are the sections of the files in its folder."""

    header: Header = Field(alias="edition")
    groups: tuple[OfferGroup, ...] = Field(alias="groupes", min_length=1)
    colleges: tuple[College, ...] = Field(min_length=1)
    offers: tuple[Offer, ...] = Field(alias="prestations", min_length=1)
    features: tuple[Feature, ...] = Field((), alias="fonctions")
    families: tuple[Family, ...] = Field((), alias="familles")
    services: tuple[Service, ...] = ()
    contracts: tuple[Contract, ...] = Field((), alias="marches")
    doubts: tuple[Doubt, ...] = Field((), alias="lectures")
    joining: Joining = Field(alias="demarches")
    open_questions: tuple[OpenQuestion, ...] = Field((), alias="non-precise")
    need_themes: tuple[NeedTheme, ...] = Field((), alias="besoins-courants")

    @cached_property
    def categories(self) -> dict[str, Category]:
        """Every category by id, in catalogue order."""
        return {category.id: category for college in self.colleges for category in college.categories}

    @cached_property
    def colleges_by_id(self) -> dict[str, College]:
        """Every college by id."""
        return {college.id: college for college in self.colleges}

    @cached_property
    def offers_by_id(self) -> dict[str, Offer]:
        """Every offer by id."""
        return {offer.id: offer for offer in self.offers}

    @cached_property
    def options(self) -> dict[str, Offer]:
        """Every offer that a scenario may take or leave, by id."""
        return {offer.id: offer for offer in self.offers if offer.taking is Taking.OPTIONAL}

    @cached_property
    def packs(self) -> dict[str, Offer]:
        """What comes with membership, and what is sold beside it as its complement, by id."""
        groups = {offer.group for offer in self.offers if offer.taking is Taking.INCLUDED}
        return {offer.id: offer for offer in self.offers if offer.group in groups}

    @cached_property
    def doubts_by_id(self) -> dict[str, Doubt]:
        """Every point à confirmer by id."""
        return {doubt.id: doubt for doubt in self.doubts}

    @cached_property
    def charges(self) -> dict[str, Charge]:
        """Every charge by id."""
        return {charge.id: charge for offer in self.offers for charge in offer.charges}

    @cached_property
    def features_by_id(self) -> dict[str, Feature]:
        """Every feature by id."""
        return {feature.id: feature for feature in self.features}

    @cached_property
    def families_by_id(self) -> dict[str, Family]:
        """Every family of services by id."""
        return {family.id: family for family in self.families}

    @cached_property
    def services_by_id(self) -> dict[str, Service]:
        """Every service by id, in catalogue order."""
        return {service.id: service for service in self.services}

    def services_of(self, family: str) -> tuple[Service, ...]:
        """The services of a family, in catalogue order."""
        return tuple(service for service in self.services if service.family == family)

    def list_questions(self, category: str, offers: set[str]) -> tuple[OpenQuestion, ...]:
        """What the catalogue does not say, of what a category taking those offers may ask."""
        return tuple(each for each in self.open_questions if each.concerns(category, offers))

    def needs_membership(self, service: Service, college: str) -> bool:
        """Whether a college must join to have a service."""
        if service.membership_for is not None:
            return college in service.membership_for
        return self.families_by_id[service.family].membership

    def find_doubts(self, service: Service, college: str) -> tuple[Doubt, ...]:
        """The points à confirmer that a cell of the grid rests on."""
        return tuple(doubt for doubt in self.doubts if doubt.touches(service.id, college))

    def offers_of(self, level: Level) -> tuple[Offer, ...]:
        """The offers that hold a level's features, in catalogue order."""
        holding = {self.features_by_id[feature].offer for feature in level.features}
        return tuple(offer for offer in self.offers if offer.id in holding)

    def list_features(self, offer: Offer, category: str) -> tuple[Feature, ...]:
        """What an offer opens to a category: its features, but for those that the marks of their service refuse it."""
        return tuple(each for each in self.features if each.offer == offer.id and self.grants(each, category))

    def grants(self, feature: Feature, category: str) -> bool:
        """Whether the marks of a feature's service, if it has one, let a category have the feature."""
        if feature.service is None:
            return True
        return self.services_by_id[feature.service].marks[self.college_of(category).id].available

    def list_payers(self, charge: Charge) -> tuple[str, ...]:
        """The labels of the categories that a charge names one by one; none of them when everyone pays it."""
        return tuple(self.categories[each].label for each in list_named(charge.categories))

    def college_of(self, category: str) -> College:
        """The college that holds a category of this edition."""
        return next(college for college in self.colleges if category in (each.id for each in college.categories))
