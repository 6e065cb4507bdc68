"""The fields of a scenario as the pages name them, for whoever has no file under their eyes."""

from nes_model.catalogue.charge import Basis
from nes_model.catalogue.edition import Edition
from nes_model.documents.nodes import Location

LABELS = {
    "libelle": "Nom affiché",
    "categorie": "Catégorie d'adhérent",
    "adherents": "Adhérents",
    "etablissements": "Établissements",
    "etablissements_medico_sociaux": "dont médico-sociaux",
    "utilisateurs": "Utilisateurs",
    "structures": "Structures",
    "mois_premiere_annee": "Mois facturés la première année",
    "horizon": "Durée du cumul, en années",
    "hausse_annuelle": "Hausse annuelle, en %",
}
QUANTITIES = {
    Basis.CONNECTED_ESTABLISHMENT: "Établissements raccordés",
    Basis.DAY: "Nombre de jours",
    Basis.HOUR: "Nombre d'heures",
    Basis.SESSION: "Nombre de sessions",
}
RHYTHM, BILLING = "Rythme", "Prix retenu"


def name_field(message: str, path: Location, edition: Edition) -> str:
    """A sentence about a field, under the field's name on the pages instead of its word in a file."""
    word = str(path[-1])
    if path[0] == "options" and len(path) > 2:
        return _name_detail(message, str(path[1]), word, edition)
    label = edition.charges[word].label if path[0] == "tarifs" and word in edition.charges else LABELS.get(word)
    return f"{label} : {message.removeprefix(f'{word} : ')}" if label else message


def find_quantity(option: str, edition: Edition) -> Basis | None:
    """What an option's own quantity counts; None when it has none."""
    offer = edition.options.get(option)
    return offer.asked if offer else None


def _name_detail(message: str, option: str, word: str, edition: Edition) -> str:
    per = find_quantity(option, edition)
    label = {"quantite": QUANTITIES[per] if per else "Quantité", "rythme": RHYTHM, "facturation": BILLING}.get(
        word, word
    )
    offer = edition.options[option].label if option in edition.options else option
    said = message.removeprefix(f"{offer} : ").removeprefix(f"{word} : ").replace(f"« {word} »", f"« {label} »")
    return f"{offer}, « {label} » : {said}"
