"""What categories must take to have what they want, as CSV: one row a need and a category."""

from collections.abc import Iterator, Sequence

from nes_model.needs.recommendation import Recommendation
from nes_model.reports.spreadsheet_text import write_csv_text

HEADER = ("categorie", "besoin", "libelle", "reponse", "offres", "raison", "colleges")


def write_needs_csv(answers: Sequence[Recommendation]) -> str:
    """`reponse` is `sans-adhesion`, `adhesion`, `offres`, `impossible` or `inconnu`."""
    return write_csv_text([HEADER, *(row for answer in answers for row in _rows(answer))])


def _rows(answer: Recommendation) -> Iterator[tuple[str, ...]]:
    category = answer.scenario.category
    for kind, met in (
        ("sans-adhesion", answer.without_membership),
        ("adhesion", answer.within_membership),
        ("offres", answer.with_offers),
    ):
        for each in met:
            yield category, each.need.id, each.need.label, kind, " ".join(offer.id for offer in each.offers), "", ""
    for unmet in answer.unmet:
        kind = "inconnu" if unmet.obstacle.is_unknown else "impossible"
        colleges = " ".join(college.id for college in unmet.colleges)
        yield category, unmet.need.id, unmet.need.label, kind, "", unmet.obstacle.reason, colleges
