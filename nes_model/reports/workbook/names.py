"""The names of the cells that people change, and of the totals that follow."""

from nes_model.catalogue.charge import Basis
from nes_model.scenario.counts import BY_BASIS

VAT_RATE = "Taux_TVA"
COUNTS = {per: count.word.capitalize() for per, count in BY_BASIS.items()}  # Adherents, Etablissements…
MONTHS = "Mois_premiere_annee"
INCREASE = "Hausse_annuelle"
FIRST_YEAR = "Premiere_annee"
FOLLOWING_YEARS = "Annees_suivantes"
REFUNDABLE = "Capital_restituable"
CUMULATIVE = "Cumul"
UNPRICED = "Non_chiffre"

EXACT: tuple[str, ...] = ("",)
RANGE: tuple[str, ...] = ("_min", "_max")


def of(what: str, number: int, end: str = "") -> str:
    """A name of an estimate: `Etablissements_1`, `Premiere_annee_min_2`."""
    return f"{what}{end}_{number}"


def following_years(number: int, end: str, edition: str | None = None) -> str:
    """What each following year costs, under the first edition or a later one."""
    return of(f"{FOLLOWING_YEARS}_edition_{word(edition)}" if edition else FOLLOWING_YEARS, number, end)


def quantity(offer: str, per: Basis, number: int) -> str:
    """The quantity asked for an option, or the count that stands for it."""
    if per is Basis.OTHER_ESTABLISHMENT:
        counted = Basis.ESTABLISHMENT, Basis.MEDICO_SOCIAL_ESTABLISHMENT
        return f"MAX({'-'.join(of(COUNTS[each], number) for each in counted)},0)"
    return of(COUNTS[per] if per in COUNTS else f"Quantite_{word(offer)}_{word(per)}", number)


def billing(offer: str, number: int) -> str:
    """How an option with prices to choose from is billed."""
    return of(f"Facturation_{word(offer)}", number)


def word(id_: str) -> str:
    """An id of the data as part of a name."""
    return id_.replace("-", "_")
