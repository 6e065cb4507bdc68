"""What categories must take to have what they want, side by side, as plain text for a terminal."""

from collections.abc import Iterator, Sequence

from nes_model.french import capitalise
from nes_model.needs.recommendation import Met, Recommendation, Unmet
from nes_model.pricing.cautions import name_mixed_taxes, name_prices_of_following_years
from nes_model.pricing.sentences import write_hypotheses

_LEAST_WIDTH = 18


def write_needs_text(answers: Sequence[Recommendation]) -> str:
    """One column a category: each need, the offers, the totals; then what is not priced and what is not possible."""
    rows = list(_rows(answers))
    widths = [max(_LEAST_WIDTH, *(len(cell) for cell in column)) for column in zip(*rows, strict=True)]
    table = ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows]
    edition = answers[0].edition.header.label
    return "\n".join([f"Estimation d'après : {edition}. Elle ne vaut pas devis.", "", *table, *_details(answers)])


def _name_outcome(outcome: Met | Unmet) -> str:
    """What a need takes, in a few words."""
    if isinstance(outcome, Unmet):
        return "À confirmer" if outcome.obstacle.is_unknown else "Impossible"
    taken = [] if outcome.needs_membership else ["Sans adhésion"]
    return ", ".join([*taken, *(offer.label for offer in outcome.offers)]) or "Adhésion seule"


def _rows(answers: Sequence[Recommendation]) -> Iterator[tuple[str, ...]]:
    yield ("Besoin", *(_heading(answer) for answer in answers))
    for outcomes in zip(*(answer.outcomes for answer in answers), strict=True):
        yield (outcomes[0].need.label, *(_name_outcome(each) for each in outcomes))
    labels = ("Adhésion nécessaire", "Première année", "Chaque année suivante")
    yield from zip(labels, *(_totals(answer) for answer in answers), strict=True)


def _totals(answer: Recommendation) -> tuple[str, str, str]:
    """Whether to join, and the two totals; none where nothing can be promised, which is not free for all that."""
    if not answer.met:
        return "—", "—", "—"
    joins = "oui" if answer.membership else "non"
    return joins, str(answer.quote.first_year), str(answer.quote.following_years)


def _heading(answer: Recommendation) -> str:
    category = answer.scenario.category
    return f"{answer.edition.college_of(category).id} · {category}"


def _details(answers: Sequence[Recommendation]) -> Iterator[str]:
    for answer in answers:
        unmet = [line for each in answer.unmet for line in _unmet(each)]
        text = [*_joining(answer), *_missing(answer), *_supposed(answer), *unmet]
        if text:
            yield from ("", _heading(answer), *text)


def _joining(answer: Recommendation) -> Iterator[str]:
    if answer.met and not answer.membership:
        yield "  Aucune adhésion n'est nécessaire. Il reste à joindre NeS, à signer la convention et à commander."


def _missing(answer: Recommendation) -> Iterator[str]:
    if answer.missing:
        yield "  Les totaux s'entendent hors :"
        yield from (f"    {missing.label} : {missing.reason}" for missing in answer.missing)


def _supposed(answer: Recommendation) -> Iterator[str]:
    yield from (f"  {said}" for said in write_hypotheses(answer.quote))
    if answer.quote.following_years and (prices := ", ".join(name_prices_of_following_years(answer.quote))):
        yield f"  Chaque année suivante : {prices}."
    if mixed := name_mixed_taxes(answer.quote):
        yield f"  {capitalise(mixed)}."
    if doubts := answer.quote.doubts:
        yield f"  À confirmer, dans ces montants : {', '.join(doubts)}."


def _unmet(unmet: Unmet) -> Iterator[str]:
    yield f"  {unmet.need.label} : {unmet.obstacle.reason}"
    if unmet.colleges:
        yield f"    Collèges qui peuvent l'avoir : {', '.join(college.id for college in unmet.colleges)}"
    yield from (f"    Condition : {condition}" for condition in unmet.need.conditions)
    for opening in unmet.openings:
        yield f"    Avec l'autre lecture de {opening.doubt} ({opening.label}), vous l'auriez."
