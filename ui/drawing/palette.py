"""One colour a family of offers, the same on every chart and page, at least 3:1 on white and on the dark page.

Okabe and Ito's blue, vermilion, green and purple, then two of Paul Tol's, told apart by colour-blind readers.
"""

from nes_model.catalogue.edition import Edition

COLOURS = ("#0072B2", "#D55E00", "#009E73", "#CC79A7", "#B0409A", "#228833", "#4477AA", "#EE6677")


def colours(edition: Edition) -> dict[str, str]:
    """The colour of each family of offers, by its id, in catalogue order."""
    return {group.id: COLOURS[index % len(COLOURS)] for index, group in enumerate(edition.groups)}
