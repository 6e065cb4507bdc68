"""R1's other readings as what-ifs on the examples that the repository ships, worked by hand."""

import pytest

from nes_model.catalogue.what_if import apply_what_ifs
from nes_model.pricing import impact
from nes_model.scenario.examples import load_examples
from tests.nes_model.strategies import EDITION

SCENARIOS = load_examples(EDITION).check_all(EDITION).values()
R1 = EDITION.doubts_by_id["R1"]

# Nothing lost before the decimals: A pays 1 685.00 − 16.85 = 1 668.15 more, B 2 143.00 − 21.43 = 2 121.57, once.
A, B = ("1668.15", "0.00"), ("2121.57", "0.00")
# Columns the other way round. Contribution 1 685 instead of 750, 2 000, 5 000: +935, −315, −3 315 a year; capital
# 750, 2 000, 5 000 instead of 16.85: +733.15, +1 983.15, +4 983.15; the first year has both, 1 668.15 each time.
EXPECTED = {
    "sans-virgule": {
        "Infirmière libérale": B,
        "MSP de huit professionnels": B,
        "Centre de santé, deux sites": B,
        "Centre hospitalier, deux sites": A,
        "Support de GHT, seul": A,
        "Support de GHT, avec ses quatre EHPAD": A,
        "CHU, cinq établissements": A,
        "CPTS au collège B": B,
        "Pharmacie d'officine": B,
    },
    "colonnes-inversees": {
        "Centre hospitalier, deux sites": ("1668.15", "935.00"),
        "Support de GHT, seul": ("1668.15", "-315.00"),
        "Support de GHT, avec ses quatre EHPAD": ("1668.15", "-315.00"),
        "CHU, cinq établissements": ("1668.15", "-3315.00"),
    },
}


@pytest.mark.parametrize("choice", EXPECTED)
def test_another_reading_of_r1_supposed_as_tariffs(choice):
    found = impact.measure_edition(SCENARIOS, apply_what_ifs(EDITION, R1.find_other(choice).amounts))
    moved = {each.name: (f"{each.first_year.low}", f"{each.following_years.low}") for each in found if not each.is_nil}
    assert moved == EXPECTED[choice]
