"""What people write above a column: the word of a scenario, or one of its usual names."""

import re
from collections.abc import Iterable
from difflib import get_close_matches

from nes_model.catalogue.edition import Edition
from nes_model.folding import fold
from nes_model.scenario.scenario import Scenario

FIELDS = tuple(field.alias or name for name, field in Scenario.model_fields.items())
CATEGORY = "categorie"
OF_THE_GROUP = ("lectures", "tarifs")  # chosen once for all its rows: no column holds them
CATEGORY_NAMES = frozenset(
    map(
        fold,
        (
            CATEGORY,
            "catégories",
            "catégorie d'adhérent",
            "catégorie adhérent",
            "catégorie de l'adhérent",
            "catégorie d'établissement",
            "catégorie de l'établissement",
            "catégorie de structure",
            "catégorie de la structure",
            "catégorie d'organisation",
            "catégorie de l'organisation",
            "catégorie NeS",
        ),
    )
)
_NAMES = (
    "nom", "raison sociale", "dénomination", "dénomination sociale", "organisation", "organisme", "nom organisation",
    "nom de l'organisation", "nom de l'établissement", "nom établissement", "nom de la structure", "nom structure",
    "nom de l'adhérent", "nom adhérent", "intitulé",
)  # fmt: skip
_COUNTED = {
    "adherents": ("adhérent", "adhérents", "entité juridique", "entités juridiques", "EJ"),
    "etablissements": (
        "établissement", "établissements", "établissements géographiques", "site", "sites", "site géographique",
        "sites géographiques", "entités géographiques", "étab", "étabs", "ets", "EG",
    ),
    "utilisateurs": ("utilisateur", "utilisateurs"),
    "structures": ("structure", "structures", "structures d'exercice"),
}  # fmt: skip
_MONTHS = (
    "mois première année", "mois de la première année", "mois la première année", "nombre de mois", "nb mois",
    "nb de mois", "mois facturés la première année",
)  # fmt: skip
# Alone, a plural counts; a singular may be anything's title, a name or an address.
_ALONE = ("entités juridiques", "établissements géographiques", "sites", "sites géographiques", "entités géographiques")
_NUMBER = re.compile(r"(?:nombre|nombres|nb|nbre|nbr)-(?:total-)?(?:de-|d-|des-)?")
_BRACKETS = re.compile(r"\s*\([^()]*\)$")  # what explains a title: "RSSI (jours)"
_NEAR, _LONGEST = 0.8, 60  # how near is near; past so many characters, a title is no word
_NUMBER_WORDS = {"nombre", "nb", "nbre", "nbr", "total", "effectif", "quantite"}


def list_titles(edition: Edition) -> dict[str, str]:
    """Every usual title, folded, and the word that it stands for."""
    titles = dict.fromkeys(CATEGORY_NAMES, CATEGORY)
    titles |= {fold(name): "libelle" for name in _NAMES}
    titles |= {fold(name): "mois_premiere_annee" for name in _MONTHS}
    titles |= {fold(name): word for word, names in _COUNTED.items() for name in names if name in _ALONE}
    titles |= {fold(offer.label): option for option, offer in edition.options.items()}
    return titles | {fold(word): word for word in (*FIELDS, *edition.options)}


def find_word(title: str, usual: dict[str, str]) -> str | None:
    """The word that a title stands for, whatever its case, its accents and its spaces."""
    name = fold(title)
    if name in usual:
        return usual[name]
    noun = _NUMBER.sub("", name, count=1) if _NUMBER.match(name) else ""
    return next((word for word, names in _COUNTED.items() if noun and noun in map(fold, names)), None)


def find_near_word(title: str, usual: dict[str, str]) -> str | None:
    """The word that a title is close to, without being one of its usual names."""
    name = fold(title)
    if not name or len(name) > _LONGEST:
        return None
    if word := usual.get(fold(_BRACKETS.sub("", title.strip()))):
        return word
    parts = set(name.split("-"))
    if parts & _NUMBER_WORDS:
        options = {name: word for name, word in usual.items() if word not in FIELDS}
        counted = {fold(name): word for word, names in _COUNTED.items() for name in names}
        for each, word in (counted | options).items():
            if set(each.split("-")) <= parts:
                return word
    near = get_close_matches(name, usual, n=1, cutoff=_NEAR)
    return usual[near[0]] if near else None


def has_category(cells: Iterable[str]) -> bool:
    """Whether one of these cells is the title of a category: they are then the titles of a table."""
    return any(len(cell) <= _LONGEST and fold(cell) in CATEGORY_NAMES for cell in cells)
