"""What of a scenario an edition cannot answer."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field, replace

from nes_model.catalogue.category_names import explain_unknown
from nes_model.catalogue.charge import Basis
from nes_model.catalogue.doubt import RETAINED
from nes_model.catalogue.edition import Edition
from nes_model.catalogue.offer import Offer, Rows
from nes_model.catalogue.overlay import apply_readings
from nes_model.documents.nodes import Finding
from nes_model.problems import InvalidInputError, Problem, cite, suggest
from nes_model.scenario.scenario import OptionChoice, Scenario
from nes_model.scenario.trimming import find_bases


@dataclass(frozen=True, slots=True)
class CheckedScenario:
    """A scenario that an edition can answer. Only `check` makes one: whoever is handed one has nothing to check."""

    scenario: Scenario
    published: Edition = field(repr=False)
    read: Edition = field(repr=False)  # as the scenario's readings make it

    @property
    def name(self) -> str:
        """Its own name, else its category's."""
        return self.scenario.name(self.published)

    def named(self, label: str) -> "CheckedScenario":
        """The same under another name, of which no edition has anything to say."""
        return replace(self, scenario=self.scenario.model_copy(update={"label": label}))


def check(scenario: Scenario, edition: Edition) -> tuple[CheckedScenario | None, list[Finding]]:
    """The scenario as an edition can answer it, or all that the edition does not know or sell to that category."""
    read = apply_readings(edition, scenario.readings)
    found = [
        *_category(scenario, edition),
        *_readings(scenario, edition),
        *_unknown("tarifs", scenario.tariffs, edition.charges, "un tarif"),
        *_unknown("options", scenario.options, edition.options, "une option"),
    ]
    if scenario.category in edition.categories:  # what it may have is not a question otherwise
        found += [*_options(scenario, read), *_medico_social(scenario, read)]
    return None if found else CheckedScenario(scenario, edition, read), found


def check_or_raise(scenario: Scenario, edition: Edition) -> CheckedScenario:
    """A scenario that is built in code, as an edition can answer it.

    Raises:
        InvalidInputError: the scenario names what the edition does not have, or may not sell to it.
    """
    checked, found = check(scenario, edition)
    if checked is None:
        raise InvalidInputError([Problem(message) for _, message in found])
    return checked


def list_findings(scenario: Scenario, edition: Edition) -> list[Finding]:
    """Everything that the edition does not know, or does not sell to that category."""
    return check(scenario, edition)[1]


def explain_refusal(offer: Offer, category: str) -> str | None:
    """Why a category cannot take an offer, in a French sentence; None when it can."""
    if offer.available_to(category):
        return None
    return offer.absence or "Le catalogue ne propose pas cette prestation à votre catégorie."


def _category(scenario: Scenario, edition: Edition) -> Iterator[Finding]:
    if scenario.category not in edition.categories:
        yield ("categorie",), explain_unknown(scenario.category, edition)


def _readings(scenario: Scenario, edition: Edition) -> Iterator[Finding]:
    for doubt_id, choice in scenario.readings.items():
        doubt = edition.doubts_by_id.get(doubt_id)
        if doubt is None:
            known = suggest(doubt_id, list(edition.doubts_by_id))
            yield ("lectures", doubt_id), f"{cite(doubt_id)} n'est pas un point à confirmer. {known}"
        elif doubt.find_other(choice) is None:
            known = suggest(choice, [RETAINED, *(other.id for other in doubt.others)])
            yield ("lectures", doubt_id), f"{cite(choice)} n'est pas une lecture de {doubt_id}. {known}"


def _unknown(word: str, asked: Iterable[str], known: Collection[str], kind: str) -> Iterator[Finding]:
    for name in asked:
        if name not in known:
            yield (word, name), f"{cite(name)} n'est pas {kind}. {suggest(name, list(known))}"


def _options(scenario: Scenario, edition: Edition) -> Iterator[Finding]:
    for option, choice in scenario.options.items():
        offer = edition.options.get(option)
        if offer is None:
            continue
        if reason := explain_refusal(offer, scenario.category):
            yield ("options", option), f"{offer.label} : {reason}"
        else:
            rows = offer.billed_to(scenario.category)
            for name, message in _choices(choice, rows):
                yield ("options", option, name), f"{offer.label} : {message}"


def _medico_social(scenario: Scenario, edition: Edition) -> Iterator[Finding]:
    """Of those establishments, at most all; a category that is not counted by them may say anything."""
    given, most = scenario.medico_social_establishments, scenario.establishments
    if given > most and Basis.MEDICO_SOCIAL_ESTABLISHMENT in find_bases(scenario.category, edition):
        yield (
            ("etablissements_medico_sociaux",),
            f"{cite(given)} est plus que le nombre d'établissements. Écrivez {most} au plus, ou corrigez celui-ci.",
        )


def _choices(choice: OptionChoice, rows: Rows) -> Iterator[tuple[str, str]]:
    """What an option says of itself that its charges have no use for."""
    charges = [charge for row in rows for charge in row]
    asked = [charge for charge in charges if not charge.per.is_count]
    if choice.quantity is not None:
        if not asked:
            yield "quantite", "la quantité vient des nombres de l'organisation. Retirez « quantite »."
        elif choice.quantity % 1 and not all(charge.per.is_divisible for charge in asked):
            yield "quantite", f"{cite(choice.quantity)} n'est pas un nombre entier. Écrivez par exemple 3."
    if choice.every is not None and not any(charge.every_is_free for charge in charges):
        yield "rythme", "son rythme est fixé par le catalogue. Retirez « rythme »."
    if choice.billing is not None and not any(
        choice.billing in [charge.per for charge in row] for row in rows if len(row) > 1
    ):
        bases = [charge.per.value for row in rows if len(row) > 1 for charge in row]
        words = f"Écrivez l'un de : auto, {', '.join(bases)}." if bases else "Retirez « facturation »."
        yield "facturation", f"pas de prix par {choice.billing.value} au choix pour cette catégorie. {words}"
