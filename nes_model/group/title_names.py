"""What people write above a column: the word of a scenario, or one of its usual names."""

import re
from collections.abc import Iterable
from difflib import get_close_matches

from nes_model.catalogue.edition import Edition
from nes_model.folding import fold
from nes_model.scenario.scenario import FIELDS_BY_WORD

CATEGORY = "categorie"
_CATEGORIES = (
    *("catégories", "catégorie NeS", "catégorie d'adhérent", "catégorie adhérent", "catégorie de l'adhérent"),
    *("catégorie d'établissement", "catégorie de l'établissement", "catégorie de structure"),
    *("catégorie de la structure", "catégorie d'organisation", "catégorie de l'organisation"),
)
_CATEGORY_NAMES = frozenset(map(fold, (CATEGORY, *_CATEGORIES)))
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
_NUMBER = re.compile(r"^(?:nombre|nombres|nb|nbre|nbr)-(?:total-)?(?:de-|d-|des-)?")
_BRACKETS = re.compile(r"\s*\([^()]*\)$")  # what explains a title: "RSSI (jours)"
_NO_COUNT = re.compile(r"[€$£%]")  # what is counted in euros or in percent is no number of days or of users
_RISE = "hausse_annuelle"  # a percentage, and titled so
_NEAR, _LONGEST = 0.8, 60  # how near is near; past so many characters, a title is no word…
_LONGEST_QUESTION = 300  # … but may be the question of a form: « Combien de sites compte votre établissement ? »
_NUMBER_WORDS = {"nombre", "nombres", "nb", "nbre", "nbr", "total", "effectif", "effectifs", "quantite", "combien"}
_NOUNS = {fold(name): word for word, names in _COUNTED.items() for name in names}
_CUT_SHORT = {
    "etab": "etablissements", "etabl": "etablissements", "etabls": "etablissements",
    "util": "utilisateurs", "utils": "utilisateurs", "struct": "structures", "structs": "structures",
}  # fmt: skip
_PLURALS = {noun: word for noun, word in _NOUNS.items() if noun.endswith("s")}
_OPENINGS = _PLURALS | _CUT_SHORT | {fold(name): "mois_premiere_annee" for name in _MONTHS} | {"options": "options"}
# What people write around the name of an option that they want: « Souhaite le RSSI », « Jours de RSSI NeS ».
_WANTED = {
    "option", "options", "nes", "jour", "jours", "j", "oui", "non", "souhaite", "souhaitee", "souhait", "besoin",
    "demande", "choix", "le", "la", "l", "les", "de", "du", "d", "des", "en", "un", "une", "a", "au",
}  # fmt: skip
# A title that has one of these is about a person or a talk, and takes no option.
_ABOUT = {
    "nom", "prenom", "mail", "mel", "email", "courriel", "adresse", "tel", "telephone", "contact", "coordonnees",
    "referent", "date", "commentaire", "commentaires", "remarque", "remarques", "observation", "observations",
}  # fmt: skip
_ONLINE = re.compile(r"\bsites?-(?:web|internet)\b")  # a site that nobody works at


def list_titles(edition: Edition) -> dict[str, str]:
    """Every usual title, folded, and the word that it stands for."""
    titles = dict.fromkeys(_CATEGORY_NAMES, CATEGORY)
    titles |= {fold(name): "libelle" for name in _NAMES}
    titles |= {fold(name): "mois_premiere_annee" for name in _MONTHS}
    titles |= {fold(name): word for word, names in _COUNTED.items() for name in names if name in _ALONE}
    titles["option"] = "options"
    titles |= {fold(offer.label): option for option, offer in edition.options.items()}
    return titles | {fold(word): word for word in (*FIELDS_BY_WORD, *edition.options)}


def find_word(title: str, usual: dict[str, str]) -> str | None:
    """The word that a title stands for, whatever its case, its accents and its spaces."""
    name = fold(title)
    word = usual.get(name) or (_NOUNS.get(_NUMBER.sub("", name)) if _NUMBER.match(name) else None)
    return None if word != _RISE and _NO_COUNT.search(title) else word


def find_near_word(title: str, usual: dict[str, str]) -> str | None:
    """The word that a title is spelled like, without being one of its usual names."""
    name = fold(title)
    if not name or len(name) > _LONGEST:
        return None
    if word := usual.get(name) or usual.get(fold(_BRACKETS.sub("", title.strip()))):
        return word
    known = {_NUMBER.sub("", each): word for each, word in usual.items()} if _NUMBER.match(name) else usual
    near = get_close_matches(_NUMBER.sub("", name), known, n=1, cutoff=_NEAR)
    return known[near[0]] if near else None


def find_counted_words(title: str, usual: dict[str, str]) -> list[str]:
    """The words that a title may give the number of, or the options of, in its own order.

    Without a number word, a title counts when it begins with a plural or an abbreviation: a singular names one thing,
    « Site de rattachement », « Structure juridique ».
    """
    name = fold(title.replace("(s)", "s"))
    if len(name) > _LONGEST_QUESTION:
        return []
    counted = _ONLINE.sub("", name).partition("-par-")[0]  # "utilisateurs par site" counts no site
    parts = counted.split("-")
    found = [(0, word) for opening, word in _OPENINGS.items() if f"{counted}-".startswith(f"{opening}-")]
    if _NUMBER_WORDS & set(parts):
        options = {each: word for each, word in usual.items() if word not in FIELDS_BY_WORD}
        for each, word in (_NOUNS | _CUT_SHORT | options).items():
            needed = each.split("-")
            if set(needed) <= set(parts):
                found.append((parts.index(needed[0]), word))
    return [word for _, word in sorted(found)]


def find_named_options(title: str, usual: dict[str, str]) -> list[str]:
    """The options that a title names whole among other words, or begins to name: « Souhaite le pack complémentaire ».

    A name of a single word is also anyone's word, « Forme juridique », « Nom du consultant » : only what says that it
    is wanted may stand beside it.
    """
    name = fold(title)
    if len(name) > _LONGEST_QUESTION:
        return []
    found: list[str] = []
    for each, word in usual.items():
        if word in FIELDS_BY_WORD or not (_is_cut_short(name, each) or f"-{each}-" in f"-{name}-"):
            continue
        others = {part for part in f"-{name}-".replace(f"-{each}-", "-", 1).split("-") if part and not part.isdecimal()}
        if others <= _WANTED or ("-" in each and not others & _ABOUT):
            found.append(word)
    return found


def _is_cut_short(name: str, whole: str) -> bool:
    """Whether a name of several words is cut within one of them: « Pack compl. »."""
    return "-" in name and whole.startswith(name) and whole[len(name) : len(name) + 1] not in ("", "-")


def has_category(cells: Iterable[str]) -> bool:
    """Whether one of these cells is the title of a category: they are then the titles of a table."""
    return any(len(cell) <= _LONGEST and fold(cell) in _CATEGORY_NAMES for cell in cells)
