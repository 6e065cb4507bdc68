"""The tax and benefit system: one entity, the inputs of a scenario, and a formula for each thing paid."""

from pathlib import Path
from typing import Any

import numpy as np
from openfisca_core.entities import Entity
from openfisca_core.indexed_enums import Enum
from openfisca_core.periods import YEAR
from openfisca_core.taxbenefitsystems import TaxBenefitSystem
from openfisca_core.variables import Variable

MONTHS = 12
ORGANISATION = Entity("organisation", "organisations", "Organisation", "")


class Category(Enum):
    """The member's category, which sets its prices."""

    chu = "CHU"
    ght_support = "Établissement support de GHT"
    autre_es = "Autre établissement de santé"
    ville = "Soins de ville"
    esms = "EHPAD, SSIAD, MAS…"
    rst = "Réseau, association, DAC, CLIC"
    cst = "URPS, fédération"
    part = "Collectivité partenaire"


class Billing(Enum):
    """How the pack is billed to those who may choose."""

    auto = "Le moins cher"
    utilisateur = "Par utilisateur"
    structure = "Par structure"


def _input(name: str, kind: type, **more: Any) -> type[Variable]:
    return type(name, (Variable,), {"value_type": kind, "entity": ORGANISATION, "definition_period": YEAR} | more)


def _paid(name: str, formula: Any) -> type[Variable]:
    return _input(name, float, formula=formula)


def capital(organisation: Any, period: Any, parameters: Any) -> Any:
    return organisation("members", period) * parameters(period).capital[organisation("category", period)]


def contribution(organisation: Any, period: Any, parameters: Any) -> Any:
    return organisation("members", period) * parameters(period).contribution[organisation("category", period)]


def pack_monthly(organisation: Any, period: Any, parameters: Any) -> Any:
    prices, category = parameters(period), organisation("category", period)
    by_establishment = organisation("establishments", period) * prices.pack_etablissement[category]
    users, billing = organisation("users", period), organisation("billing", period)
    by_user = users * prices.pack_utilisateur
    by_structure = organisation("structures", period) * prices.pack_structure
    is_by_user = (users > 0) & (
        (billing == Billing.utilisateur) | ((billing == Billing.auto) & (by_user <= by_structure))
    )
    is_fixed = (category != Category.ville) & (category != Category.rst)
    is_fixed &= (category != Category.cst) & (category != Category.part)
    paid = np.where(is_fixed, by_establishment, np.where(is_by_user, by_user, by_structure))
    return organisation("pack", period) * paid


def imaging_installation(organisation: Any, period: Any, parameters: Any) -> Any:
    connected = organisation("imaging", period) * organisation("connected", period)
    return connected * parameters(period).imagerie_installation


def imaging_monthly(organisation: Any, period: Any, parameters: Any) -> Any:
    connected = organisation("imaging", period) * organisation("connected", period)
    return connected * parameters(period).imagerie_abonnement


def dpm_monthly(organisation: Any, period: Any, parameters: Any) -> Any:
    price = parameters(period).dpm[organisation("category", period)]
    return organisation("dpm", period) * organisation("members", period) * price


def project_manager(organisation: Any, period: Any, parameters: Any) -> Any:
    return organisation("days", period) * parameters(period).chef_de_projet


def monthly(organisation: Any, period: Any) -> Any:
    return sum(organisation(name, period) for name in ("pack_monthly", "imaging_monthly", "dpm_monthly"))


def first_year(organisation: Any, period: Any) -> Any:
    whole = sum(
        organisation(name, period) for name in ("capital", "contribution", "imaging_installation", "project_manager")
    )
    return whole + organisation("monthly", period) * organisation("months", period)


def following_years(organisation: Any, period: Any) -> Any:
    project_manager_again = organisation("project_manager", period) * organisation("yearly", period)
    return organisation("contribution", period) + organisation("monthly", period) * MONTHS + project_manager_again


def system() -> TaxBenefitSystem:
    """The system, with the catalogue's amounts as parameters."""
    made = TaxBenefitSystem([ORGANISATION])
    made.load_parameters(str(Path(__file__).parent / "parameters"))
    category = {"possible_values": Category, "default_value": Category.chu}
    billing = {"possible_values": Billing, "default_value": Billing.auto}
    made.add_variables(_input("category", Enum, **category), _input("billing", Enum, **billing))
    made.add_variables(*(_input(each, int) for each in ("members", "establishments", "users", "structures", "months")))
    made.add_variables(*(_input(each, bool) for each in ("pack", "imaging", "dpm", "yearly")))
    made.add_variables(_input("connected", int), _input("days", float))
    formulas = (capital, contribution, pack_monthly, imaging_installation, imaging_monthly, dpm_monthly)
    formulas += (project_manager, monthly, first_year, following_years)
    made.add_variables(*(_paid(each.__name__, each) for each in formulas))
    return made
