"""What people call a category: its word, its label, or one of its usual names, such as « MSP »."""

from difflib import get_close_matches
from typing import Any

from nes_model.catalogue.edition import Category, Edition
from nes_model.folding import fold
from nes_model.problems import cite

_NEAR, _SHORTEST = 0.86, 6  # how near is near; among shorter words, such as abbreviations, one letter is another word


def find_categories(written: str, edition: Edition) -> tuple[Category, ...]:
    """The categories that go by a name, whatever its case and accents; several when it does not decide.

    A category's own word always decides.
    """
    name = fold(written)
    if name in edition.categories:
        return (edition.categories[name],)
    return tuple(category for category in edition.categories.values() if name in _names(category, edition))


def find_word(written: str, edition: Edition) -> str:
    """The word of the only category that goes by a name; the name as it is when there are none or several."""
    found = find_categories(written, edition)
    return found[0].id if len(found) == 1 else written


def name_category(asked: Any, edition: Edition) -> Any:
    """A scenario's words as written, with its category's own word in place of a usual name (« EHPAD ») of it alone."""
    written = asked.get("categorie") if isinstance(asked, dict) else None
    return asked | {"categorie": find_word(written, edition)} if isinstance(written, str) else asked


def pick_category(written: str, edition: Edition) -> tuple[str | None, str]:
    """The word of the only category that goes by a name; or none, and why, for whoever has the list at hand."""
    found = find_categories(written, edition)
    if len(found) == 1:
        return found[0].id, ""
    if not found:
        return None, f"{cite(written)} n'est pas une catégorie. Ouvrez la liste pour choisir la vôtre."
    labels = " ; ".join(category.label for category in found)
    return None, f"{cite(written)} peut désigner plusieurs catégories : {labels}. Choisissez dans la liste."


def write_title(category: Category, edition: Edition) -> str:
    """How a list names it: « B · Soins de ville (MSP, PSLA…) », so that each reader finds their own word."""
    usual = [name for name in category.usual_names if fold(name) not in fold(category.label)]
    names = f"{category.label} ({', '.join(usual)})" if usual else category.label
    return f"{edition.college_of(category.id).id} · {names}"


def explain_unknown(written: str, edition: Edition) -> str:
    """What to say of a name that is no category's word, and what to write instead."""
    found = find_categories(written, edition) or _near(written, edition)
    if len(found) == 1:
        advice = f"Vouliez-vous dire {_meant(found[0])} ?"
    elif found:
        advice = f"Écrivez {' ou '.join(map(_meant, found))}."
    else:
        advice = list_category_words(edition)
    return f"{cite(written)} n'est pas une catégorie. {advice}"


def list_category_words(edition: Edition) -> str:
    """What may be written for a category, each word with what it means."""
    return f"Écrivez l'un de : {', '.join(map(_meant, edition.categories.values()))}."


def _meant(category: Category) -> str:
    return f"« {category.id} » ({category.label})"


def _names(category: Category, edition: Edition) -> set[str]:
    """All that it is called by; a college's own names are those of each of its categories."""
    college = edition.college_of(category.id)
    names = (category.id, category.label, *category.usual_names, *category.other_names, college.label, college.acronym)
    return {fold(name) for name in names}


def _near(written: str, edition: Edition) -> tuple[Category, ...]:
    """Those of the nearest name; none when nothing is near."""
    name = fold(written)
    if len(name) < _SHORTEST:
        return ()
    names = {each for category in edition.categories.values() for each in _names(category, edition)}
    near = get_close_matches(name, sorted(names), n=1, cutoff=_NEAR)
    return find_categories(near[0], edition) if near else ()
