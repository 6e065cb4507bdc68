"""What an edition's entries say of each other: every id is given once, and every id named exists."""

from collections import Counter
from collections.abc import Collection, Iterator

from nes_model.catalogue.charge import list_named
from nes_model.catalogue.doubt import RETAINED, Overlay
from nes_model.catalogue.edition import Edition
from nes_model.catalogue.offer import Taking
from nes_model.catalogue.service import Mark, Service
from nes_model.documents.nodes import Finding, Location
from nes_model.problems import cite, suggest


def check_references(edition: Edition) -> Iterator[Finding]:
    """Everything that refers to nothing, or twice to the same."""
    yield from _duplicates(edition)
    yield from _offers(edition)
    yield from _features(edition)
    yield from _services(edition)
    yield from _contracts(edition)
    yield from _doubts(edition)
    yield from _questions(edition)
    yield from _need_themes(edition)


def check_memberships(edition: Edition) -> Iterator[Finding]:
    """Every category that no membership charge is for: it would join for nothing, and nobody said so.

    Of a whole edition only: where an offer could not be read, its charges are for somebody all the same.
    """
    mandatory = [offer for offer in edition.offers if offer.taking is Taking.MANDATORY]
    for id_ in edition.categories:
        if not any(offer.billed_to(id_) for offer in mandatory):
            message = (
                f"aucun tarif d'adhésion n'est pour « {id_} », qui adhérerait pour 0 €. Nommez-la dans « pour » d'un "
                "tarif d'une prestation obligatoire ; si rien n'est publié, écrivez-y « non-chiffre »."
            )
            yield ("colleges", id_), message


def _duplicates(edition: Edition) -> Iterator[Finding]:
    charges = [charge.id for offer in edition.offers for charge in offer.charges]
    categories = [category.id for college in edition.colleges for category in college.categories]
    families = {
        "groupes": [group.id for group in edition.groups],
        "colleges": [college.id for college in edition.colleges] + categories,
        "prestations": [offer.id for offer in edition.offers],
        "familles": [family.id for family in edition.families],
        "services": [service.id for service in edition.services],
        "marches": [contract.id for contract in edition.contracts],
        "fonctions": [feature.id for feature in edition.features],
        "lectures": [doubt.id for doubt in edition.doubts],
    }
    for section, ids in families.items():
        for twice in _repeated(ids):
            yield (section, twice), f"deux entrées portent l'identifiant « {twice} ». Changez l'un des deux."
    for twice in _repeated(charges):
        message = f"deux tarifs portent l'identifiant « {twice} ». Changez l'un des deux."
        yield ("prestations", twice), message


def _repeated(ids: list[str]) -> list[str]:
    return [each for each, times in Counter(ids).items() if times > 1]


def _offers(edition: Edition) -> Iterator[Finding]:
    groups = [group.id for group in edition.groups]
    for offer in edition.offers:
        here = ("prestations", offer.id)
        yield from _unknown([offer.group], groups, (*here, "groupe"), "groupe")
        for charge in offer.charges:
            there = (*here, "tarifs", charge.id)
            yield from _unknown(list_named(charge.categories), edition.categories, (*there, "pour"), "catégorie")
            yield from _unknown(charge.doubts, edition.doubts_by_id, (*there, "lectures"), "point à confirmer")


def _features(edition: Edition) -> Iterator[Finding]:
    for feature in edition.features:
        here = ("fonctions", feature.id)
        yield from _unknown([feature.offer], edition.offers_by_id, (*here, "offre"), "prestation")
        yield from _unknown([feature.service] if feature.service else [], edition.services_by_id, here, "service")
        yield from _unknown(feature.doubts, edition.doubts_by_id, (*here, "lectures"), "point à confirmer")
        if feature.id in edition.services_by_id:
            yield here, f"« {feature.id} » est déjà un service. Donnez un autre identifiant à la fonction."


def _services(edition: Edition) -> Iterator[Finding]:
    for service in edition.services:
        here = ("services", service.id)
        yield from _unknown([service.family], edition.families_by_id, (*here, "famille"), "famille")
        yield from _unknown(service.membership_for or (), edition.colleges_by_id, (*here, "adhesion-pour"), "collège")
        yield from _unknown(service.offers, edition.offers_by_id, (*here, "prestations"), "prestation")
        yield from _unknown(service.doubts, edition.doubts_by_id, (*here, "lectures"), "point à confirmer")
        yield from _marks(service, edition)
        for twice in _repeated([level.id for level in service.levels]):
            yield (*here, "niveaux"), f"deux niveaux portent l'identifiant « {twice} ». Changez l'un des deux."
        for level in service.levels:
            there = (*here, "niveaux", level.id, "fonctions")
            yield from _unknown(level.features, edition.features_by_id, there, "fonction")


def _marks(service: Service, edition: Edition) -> Iterator[Finding]:
    here = ("services", service.id, "marques")
    yield from _unknown(service.marks, edition.colleges_by_id, here, "collège")
    for college in edition.colleges_by_id:
        if college not in service.marks:
            yield here, f"il manque la marque du collège {college}."
    if all(doubt in edition.doubts_by_id for doubt in service.doubts):
        yield from _unexplained(service, edition)


def _unexplained(service: Service, edition: Edition) -> Iterator[Finding]:
    doubts = [edition.doubts_by_id[doubt] for doubt in service.doubts]
    for college, mark in service.marks.items():
        if mark is Mark.UNKNOWN and not any(doubt.touches(service.id, college) for doubt in doubts):
            yield (
                ("services", service.id, "marques"),
                f"la marque « inconnu » du collège {college} n'est pas expliquée. "
                "Nommez dans « lectures » un point à confirmer qui dit ce qu'elle pourrait être.",
            )


def _contracts(edition: Edition) -> Iterator[Finding]:
    for contract in edition.contracts:
        here = ("marches", contract.id)
        yield from _unknown([contract.service], edition.services_by_id, (*here, "service"), "service")
        yield from _unknown(contract.offers, edition.offers_by_id, (*here, "prestations"), "prestation")
        yield from _unknown(contract.doubts, edition.doubts_by_id, (*here, "lectures"), "point à confirmer")


def _doubts(edition: Edition) -> Iterator[Finding]:
    for doubt in edition.doubts:
        for twice in _repeated([RETAINED, *(other.id for other in doubt.others)]):
            yield ("lectures", doubt.id, "autres", twice), f"« {twice} » est déjà une lecture de {doubt.id}."
        for other in doubt.others:
            here = ("lectures", doubt.id, "autres", other.id)
            yield from _unknown(other.amounts, edition.charges, (*here, "montants"), "tarif")
            yield from _unknown(other.charges, edition.charges, (*here, "tarifs"), "tarif")
            yield from _unknown(other.features, edition.features_by_id, (*here, "fonctions"), "fonction")
            yield from _unknown(other.features.values(), edition.offers_by_id, (*here, "fonctions"), "prestation")
            yield from _services_read_otherwise(other, here, edition)
            for charge, patch in other.charges.items():
                yield from _unknown(
                    list_named(patch.categories), edition.categories, (*here, "tarifs", charge, "pour"), "catégorie"
                )


def _services_read_otherwise(other: Overlay, here: Location, edition: Edition) -> Iterator[Finding]:
    for section, changed in (("marques", other.marks), ("adhesions", other.memberships)):
        yield from _unknown(changed, edition.services_by_id, (*here, section), "service")
        for service, named in changed.items():
            yield from _unknown(named, edition.colleges_by_id, (*here, section, service), "collège")


def _questions(edition: Edition) -> Iterator[Finding]:
    for index, question in enumerate(edition.open_questions):
        here = ("non-precise", index)
        yield from _unknown(question.offers, edition.offers_by_id, (*here, "prestations"), "prestation")
        yield from _unknown(list_named(question.categories), edition.categories, (*here, "pour"), "catégorie")


def _need_themes(edition: Edition) -> Iterator[Finding]:
    known = [service.id for service in edition.services]
    known += [f"{service.id}:{level.id}" for service in edition.services for level in service.levels]
    known += [feature.id for feature in edition.features if feature.need]
    for index, theme in enumerate(edition.need_themes):
        here = ("besoins-courants", index, "besoins")
        yield from _unknown(theme.needs, known, here, "besoin")
    for twice in _repeated([need for theme in edition.need_themes for need in theme.needs]):
        index = max(index for index, theme in enumerate(edition.need_themes) if twice in theme.needs)
        message = f"le besoin « {twice} » est nommé deux fois. Gardez-le sous un seul thème."
        yield ("besoins-courants", index, "besoins"), message


def _unknown(named: Collection[str], known: Collection[str], path: Location, kind: str) -> Iterator[Finding]:
    for name in named:
        if name not in known:
            where = (*path, name) if kind == "tarif" else path
            yield where, f"{cite(name)} ne correspond à rien ({kind}). {suggest(name, sorted(known))}"
