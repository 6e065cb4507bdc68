"""The stacked bars of a board's page: where each segment starts and ends."""

import pytest

from nes_model.pricing.rule import price
from nes_model.reports.pdf.chart import Segment, draw_chart
from nes_model.scenario.scenario import Scenario
from tests.nes_model.strategies import EDITION


def chart(**words: object):
    return draw_chart(price(Scenario.model_validate(words), EDITION))


def edges(segments: list[Segment]) -> list[tuple[float, float, float]]:
    return [(each.start, each.low, each.high) for each in segments]


def test_each_segment_starts_where_the_range_above_ends():
    drawn = chart(categorie="part", options={"coordination": {"quantite": 1}, "animation": {"quantite": 1}})
    # 100, then 380 to 480, then 390: 970 at most
    assert edges([row.first for row in drawn.rows]) == [
        (0, pytest.approx(100 / 970, abs=1e-5), pytest.approx(100 / 970, abs=1e-5)),
        (
            pytest.approx(100 / 970, abs=1e-5),
            pytest.approx(480 / 970, abs=1e-5),
            pytest.approx(580 / 970, abs=1e-5),
        ),
        (pytest.approx(580 / 970, abs=1e-5), 1, 1),
    ]


def test_both_years_share_their_scale():
    drawn = chart(categorie="esms", mois_premiere_annee=6, options={"pack-complementaire": {}})
    # 4.05 + 100 + 100 × 6 = 704.05, then 100 + 100 × 12 = 1300
    assert drawn.rows[-1].first.high == pytest.approx(704.05 / 1300, abs=1e-5)
    assert drawn.rows[-1].following.high == 1


def test_what_is_paid_once_is_told_from_what_recurs():
    drawn = chart(categorie="esms")
    assert [(row.label, row.first.once) for row in drawn.rows] == [
        ("Apport en capital", True),
        ("Contribution annuelle", False),
    ]


def test_what_costs_nothing_is_not_drawn():
    assert chart(categorie="cst") is None
    drawn = chart(categorie="esms", options={"securnes-mutualisee": {}})
    assert [row.label for row in drawn.rows] == ["Apport en capital", "Contribution annuelle"]
