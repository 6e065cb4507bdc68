"""What the OpenFisca system says of the organisations of the bench: one simulation for all of them."""

import numpy as np
from openfisca_core.simulations import SimulationBuilder
from openfisca_core.taxbenefitsystems import TaxBenefitSystem

from bench.organisations import Column, Organisations

YEAR = "2026"
RESULTS = ("first_year", "following_years", "capital")


def price_batch(asked: Organisations, system: TaxBenefitSystem) -> tuple[Column, Column, Column]:
    """First year, following years and capital in euros, as OpenFisca computes them (32 bits)."""
    simulation = SimulationBuilder().build_default_simulation(system, len(asked))
    for name, column in vars(asked).items():
        simulation.set_input(name, YEAR, column / np.float32(100) if name == "days" else column)
    first_year, following_years, capital = (simulation.calculate(name, YEAR) for name in RESULTS)
    return first_year, following_years, capital
