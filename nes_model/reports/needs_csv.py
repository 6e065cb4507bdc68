"""What categories must take to have what they want, as CSV: one row a need and a category."""

from collections.abc import Sequence

from nes_model.needs.recommendation import Answer
from nes_model.reports.spreadsheet_text import semicolon_csv

HEADER = ("categorie", "besoin", "libelle", "reponse", "offres", "raison", "colleges")


def answer_csv(answers: Sequence[Answer]) -> str:
    """`reponse` is `sans-adhesion`, `adhesion`, `offres`, `impossible` or `inconnu`."""
    return semicolon_csv([HEADER, *(row for answer in answers for row in _rows(answer))])


def _rows(answer: Answer) -> list[tuple[str, ...]]:
    category = answer.scenario.category
    met = [
        (kind, each)
        for kind, found in (
            ("sans-adhesion", answer.without_membership),
            ("adhesion", answer.within_membership),
            ("offres", answer.with_offers),
        )
        for each in found
    ]
    return [
        *(
            (category, each.need.id, each.need.label, kind, " ".join(offer.id for offer in each.offers), "", "")
            for kind, each in met
        ),
        *(
            (
                category,
                each.need.id,
                each.need.label,
                "inconnu" if each.obstacle.is_unknown else "impossible",
                "",
                each.obstacle.reason,
                " ".join(college.id for college in each.colleges),
            )
            for each in answer.unmet
        ),
    ]
