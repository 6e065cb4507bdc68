"""One colour a family of offers, the same on every chart and page; what is no offer has none of them.

All stand out by 3:1 at least on white and on the dark page. For offers, Okabe and Ito's blue, vermilion, green and
purple, then Paul Tol's, told apart by colour-blind readers. A total, a year or a scenario is drawn in greys: totals in
one, years in its shades, scenarios also told apart by their dashes.
"""

from nes_model.catalogue.edition import Edition

COLOURS = ("#0072B2", "#D55E00", "#009E73", "#CC79A7", "#B0409A", "#228833", "#4477AA", "#EE6677")
NEUTRAL = "#64748B"  # a total, a year, a gap: whatever is of no offer, or of several
SCENARIOS = (NEUTRAL, "#8A6D4B", "#547D77", "#86637F")
FIRST_YEAR, FOLLOWING_YEARS = 0.55, 1.0  # how full the bars of each are, on every chart that has both
TWO_BARS = "Barre du haut\N{NO-BREAK SPACE}: première année. Barre du bas\N{NO-BREAK SPACE}: chaque année suivante."


def assign_colours(edition: Edition) -> dict[str, str]:
    """The colour of each family of offers, by its id, in catalogue order."""
    return {group.id: COLOURS[index % len(COLOURS)] for index, group in enumerate(edition.groups)}
