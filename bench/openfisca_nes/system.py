"""The tax and benefit system: one entity, the inputs of a scenario, and a formula for each thing paid."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
from openfisca_core.entities import Entity
from openfisca_core.indexed_enums import Enum
from openfisca_core.periods import YEAR
from openfisca_core.taxbenefitsystems import TaxBenefitSystem
from openfisca_core.variables import Variable

MONTHS = 12
Formula = Callable[..., Any]
Price = Callable[[Any, Any], Any]  # parameters of the categories, category of each row → price of each row
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


def index_as_documented(node: Any, category: Any) -> Any:
    """A parameter of each row's category, indexed as OpenFisca's documentation says."""
    return node[category]


def index_from_a_table(node: Any, category: Any) -> Any:
    """The same from an array made by hand: OpenFisca's own indexing visits rows one by one."""
    return np.array([node[each.name] for each in Category], np.float32)[category.view(np.ndarray)]


def by_category(price: Price) -> tuple[Formula, ...]:
    """The formulas whose prices depend on the category, found in one of those two ways."""

    def capital(organisation: Any, period: Any, parameters: Any) -> Any:
        return organisation("members", period) * price(parameters(period).capital, organisation("category", period))

    def contribution(organisation: Any, period: Any, parameters: Any) -> Any:
        prices = parameters(period).contribution
        return organisation("members", period) * price(prices, organisation("category", period))

    def pack_monthly(organisation: Any, period: Any, parameters: Any) -> Any:
        category = organisation("category", period)
        is_fixed = (category != Category.ville) & (category != Category.rst)
        is_fixed &= (category != Category.cst) & (category != Category.part)
        by_establishment = price(parameters(period).pack_etablissement, category)
        fixed = organisation("establishments", period) * by_establishment
        return organisation("pack", period) * np.where(is_fixed, fixed, _cheapest(organisation, period, parameters))

    def dpm_monthly(organisation: Any, period: Any, parameters: Any) -> Any:
        prices = price(parameters(period).dpm, organisation("category", period))
        return organisation("dpm", period) * organisation("members", period) * prices

    return capital, contribution, pack_monthly, dpm_monthly


def _cheapest(organisation: Any, period: Any, parameters: Any) -> Any:
    """By user or by structure: as asked, else the cheaper; by structure when no user is given."""
    users, billing = organisation("users", period), organisation("billing", period)
    by_user = users * parameters(period).pack_utilisateur
    by_structure = organisation("structures", period) * parameters(period).pack_structure
    is_cheaper = (billing == Billing.auto) & (by_user <= by_structure)
    is_by_user = (users > 0) & ((billing == Billing.utilisateur) | is_cheaper)
    return np.where(is_by_user, by_user, by_structure)


def imaging_installation(organisation: Any, period: Any, parameters: Any) -> Any:
    """Once, for each connected establishment."""
    connected = organisation("imaging", period) * organisation("connected", period)
    return connected * parameters(period).imagerie_installation


def imaging_monthly(organisation: Any, period: Any, parameters: Any) -> Any:
    """Every month, for each connected establishment."""
    connected = organisation("imaging", period) * organisation("connected", period)
    return connected * parameters(period).imagerie_abonnement


def project_manager(organisation: Any, period: Any, parameters: Any) -> Any:
    """Days of a project manager."""
    return organisation("days", period) * parameters(period).chef_de_projet


def monthly(organisation: Any, period: Any) -> Any:
    """Everything paid by the month."""
    return sum(organisation(name, period) for name in ("pack_monthly", "imaging_monthly", "dpm_monthly"))


def first_year(organisation: Any, period: Any) -> Any:
    """What is paid once, the contribution, and the months left of the year."""
    whole = sum(
        organisation(name, period) for name in ("capital", "contribution", "imaging_installation", "project_manager")
    )
    return whole + organisation("monthly", period) * organisation("months", period)


def following_years(organisation: Any, period: Any) -> Any:
    """What is paid in each following year."""
    project_manager_again = organisation("project_manager", period) * organisation("yearly", period)
    return organisation("contribution", period) + organisation("monthly", period) * MONTHS + project_manager_again


def build_system(price: Price) -> TaxBenefitSystem:
    """The system, with the catalogue's amounts as parameters."""
    made = TaxBenefitSystem([ORGANISATION])
    made.load_parameters(str(Path(__file__).parent / "parameters"))
    category = {"possible_values": Category, "default_value": Category.chu}
    billing = {"possible_values": Billing, "default_value": Billing.auto}
    made.add_variables(_input("category", Enum, **category), _input("billing", Enum, **billing))
    made.add_variables(*(_input(each, int) for each in ("members", "establishments", "users", "structures", "months")))
    made.add_variables(*(_input(each, bool) for each in ("pack", "imaging", "dpm", "yearly")))
    made.add_variables(_input("connected", int), _input("days", float))
    formulas = (imaging_installation, imaging_monthly, project_manager, monthly, first_year, following_years)
    made.add_variables(*(_paid(each.__name__, each) for each in (*by_category(price), *formulas)))
    return made
