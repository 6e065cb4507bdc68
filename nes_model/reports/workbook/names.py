"""What the names of cells are made of: of those that people change, and of the totals that follow."""

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


def write_id(id_: str) -> str:
    """An id of the data as part of a name."""
    return id_.replace("-", "_")
