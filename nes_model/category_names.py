"""What people call a category: its word, its label, or one of its usual names, such as « MSP »."""

from difflib import get_close_matches

from nes_model.edition import Category, Edition
from nes_model.folding import fold
from nes_model.problems import quoted


def called(written: str, edition: Edition) -> tuple[Category, ...]:
    """The categories that go by a name, whatever its case and accents; several when it does not decide."""
    name = fold(written)
    return tuple(category for category in edition.categories.values() if name in _names(category))


def full_title(category: Category, edition: Edition) -> str:
    """How a list names it: « B · Soins de ville (MSP, PSLA…) », so that each reader finds their own word."""
    usual = [name for name in category.usual_names if fold(name) not in fold(category.label)]
    names = f"{category.label} ({', '.join(usual)})" if usual else category.label
    return f"{edition.college_of(category.id).id} · {names}"


def not_a_category(written: str, edition: Edition) -> str:
    """What to say of a name that is no category's word, and what to write instead."""
    found = called(written, edition) or _near(written, edition)
    said = [f"« {each.id} » ({each.label})" for each in found or edition.categories.values()]
    if len(found) == 1:
        advice = f"Vouliez-vous dire {said[0]} ?"
    elif found:
        advice = f"Écrivez {' ou '.join(said)}."
    else:
        advice = f"Écrivez l'un de : {', '.join(said)}."
    return f"{quoted(written)} n'est pas une catégorie. {advice}"


def _names(category: Category) -> set[str]:
    return {fold(each) for each in (category.id, category.label, *category.usual_names)}


def _near(written: str, edition: Edition) -> tuple[Category, ...]:
    """Those of the nearest name; none when nothing is near."""
    names = {name for category in edition.categories.values() for name in _names(category)}
    near = get_close_matches(fold(written), sorted(names), n=1)
    return called(near[0], edition) if near else ()
