"""What a reader of a group's figures must know besides them, in French sentences."""

from collections.abc import Iterator

from nes_model.catalogue.edition import Edition
from nes_model.french import write_count
from nes_model.group.group import Group
from nes_model.group.hypotheses import list_ungiven
from nes_model.money import format_number
from nes_model.pricing.cautions import MIXED_TAXES


def write_group_sentences(group: Group, edition: Edition) -> Iterator[str]:
    """All that a file which stands alone must say."""
    header = edition.header
    yield f"Estimation établie d'après le {header.document}, édition {header.id} ; elle ne vaut pas devis."
    if group.bad_rows:
        yield f"{write_bad_rows(group)}, sans montant et hors des totaux."
    yield from write_group_notes(group)
    if group.consolidation.doubts:
        yield f"Points à confirmer qui touchent ces montants : {', '.join(group.consolidation.doubts)}."
    yield from group.remarks


def write_group_notes(group: Group) -> Iterator[str]:
    """What the totals leave out, and what they mix."""
    together = group.consolidation
    if together.what_ifs:
        yield f"Simulation de tarif, et non tarif en vigueur : {' ; '.join(together.what_ifs)}."
    if together.missing:
        names = ", ".join(
            f"{each.label} ({each.reason}, {format_number(each.organisations)} fois)" for each in together.missing
        )
        yield f"Sans prix dans le catalogue, et donc hors des totaux : {names}."
    if supposed := sum(map(bool, list_ungiven(group.scenarios, group.batch))):
        plural = "s" * (supposed > 1)
        yield (
            f"Hypothèse : faute du nombre d'utilisateurs, {format_number(supposed)} organisation{plural} "
            f"{'sont' if plural else 'est'} comptée{plural} au prix par structure ; le prix par utilisateur serait "
            "moins cher pour les plus petites."
        )
    if together.ranged.costs:
        yield (
            f"Connus par une fourchette et compris dans les totaux : {together.ranged.first_year} la première année, "
            f"{together.ranged.following_years} chaque année suivante."
        )
    if together.excl_vat.costs:
        first, following = together.excl_vat.first_year, together.excl_vat.following_years
        yield f"{MIXED_TAXES} {first} la première année, {following} chaque année suivante."


def write_bad_rows(group: Group) -> str:
    """How many rows wait for a correction: "3 lignes à corriger"."""
    return f"{write_count(group.bad_rows, 'ligne')} à corriger"
