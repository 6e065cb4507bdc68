"""The gate before tariffs are published: all that can be checked of a data folder, and what a new edition changes."""

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from nes_model.catalogue.charge import TO_JUSTIFY, Charge
from nes_model.catalogue.edition import Edition
from nes_model.catalogue.edition_changes import list_access_changes, list_changes
from nes_model.editions.folders import TO_REVIEW, find_in_force, list_folders
from nes_model.editions.loading import join_files, load_placed
from nes_model.editions.source_lines import find_places
from nes_model.money import Amount, format_gap
from nes_model.pricing import impact
from nes_model.problems import InvalidInputError, Problem
from nes_model.scenario.examples import Examples, load_examples


def check_data(data: Path, on: date | None = None) -> tuple[Edition, ...]:
    """Every edition of a data folder, oldest first.

    Args:
        data: the folder that holds the editions, the examples and which edition is in force.
        on: the day on which the tariffs must still be valid; None: whatever the day.

    Raises:
        InvalidInputError: with every problem of every file, names that do not agree, and dates that have run out.
    """
    problems: list[Problem] = []
    editions: list[Edition] = []
    for name in list_folders(data):
        try:
            editions.append(load_placed(data / name))
        except InvalidInputError as error:
            problems += [_within(name, problem) for problem in error.problems]
        problems += _to_review(data / name)
    problems += _of_what_is_published(data, editions, on)
    if problems:
        raise InvalidInputError(problems)
    return tuple(editions)


def summarise_edition(edition: Edition) -> str:
    """What an edition holds, in one French sentence."""
    until = edition.header.valid_until
    validity = f" Valable jusqu'au {until:%d/%m/%Y}." if until else " Fin de validité : non précisée par le catalogue."
    return (
        f"Édition {edition.header.id} : {len(edition.colleges)} collèges, {len(edition.categories)} catégories, "
        f"{len(edition.offers)} prestations, {len(edition.charges)} tarifs, "
        f"{len(edition.services)} services, {len(edition.doubts)} points à confirmer.{validity}"
    )


def describe_changes(before: Edition, after: Edition, examples: Examples) -> Iterator[str]:
    """From one edition to the next: each charge that moved, each feature and service, then each example."""
    yield f"De {before.header.id} à {after.header.id} :"
    for change in list_changes(before, after):
        yield f"  {change.charge.label} ({change.charge.id}) : {change.before or 'absent'} → {change.after or 'absent'}"
    yield from (f"  {each}" for each in list_access_changes(before, after))
    for each in impact.measure_edition(examples.check_all(before).values(), after):
        if each.after is None:
            yield f"  {each.name} : ne peut plus être chiffré tel quel."
        elif not each.is_nil:
            first, following = format_gap(each.first_year), format_gap(each.following_years)
            caution = f" ({each.caution})" if each.caution else ""
            yield f"  {each.name} : {first} la première année, {following} chaque année suivante{caution}."


def find_oversights(edition: Edition, folder: Path, earlier: Sequence[Edition]) -> Iterator[Problem]:
    """What an edition was left to say; no error, but not to be published.

    Args:
        edition: the edition, which can be read.
        folder: what it was loaded from.
        earlier: those of the years before it, oldest first.
    """
    yield from _copied_words(edition, folder, earlier)
    yield from _copied_day(edition, folder, earlier)
    yield from _of_amounts(edition, folder)
    yield from _unread(folder)


def _copied_words(edition: Edition, folder: Path, earlier: Sequence[Edition]) -> Iterator[Problem]:
    said = next((each.header.id for each in earlier if each.header.in_force == edition.header.in_force), None)
    if said:
        message = (
            f"« en-vigueur » dit encore ce que disait l'édition {said}. "
            "Écrivez l'assemblée générale et l'année de ces montants-ci."
        )
        yield _within(folder.name, join_files(folder).problem(("edition", "en-vigueur"), message))


def _copied_day(edition: Edition, folder: Path, earlier: Sequence[Edition]) -> Iterator[Problem]:
    until = edition.header.valid_until
    ended = (each.header for each in earlier if until and each.header.valid_until and until <= each.header.valid_until)
    if before := next(ended, None):
        message = (
            f"« valable-jusqu-au » ne va pas plus loin que celui de l'édition {before.id}. "
            "Écrivez le dernier jour de ces montants-ci, ou retirez-le."
        )
        yield _within(folder.name, join_files(folder).problem(("edition", "valable-jusqu-au"), message))


def _of_amounts(edition: Edition, folder: Path) -> Iterator[Problem]:
    places = find_places(join_files(folder), edition).charges
    for charge in edition.charges.values():
        for message in _of_an_amount(charge, edition.header.id):
            at = places[charge.id]
            yield Problem(message, f"{folder.name}/{at.file}", at.line)


def _unread(folder: Path) -> Iterator[Problem]:
    """A file that a program saved under nearly the right name: what was corrected there counts for nothing."""
    for path in sorted({*folder.iterdir()} - {*folder.glob("*.yaml")}):
        name = path.name.lower().removesuffix(".txt")
        if name.endswith((".yaml", ".yml")):
            message = f"ce fichier n'est pas lu. Renommez-le « {Path(name).stem}.yaml », ou retirez-le."
            yield Problem(message, f"{folder.name}/{path.name}")


def _of_an_amount(charge: Charge, year: str) -> Iterator[str]:
    if charge.amount == Amount.zero() and charge.note in (None, TO_JUSTIFY):
        yield (
            f"le montant « {charge.id} » est nul, et « mention » ne dit pas pourquoi. "
            "Écrivez-le, ou « non-chiffre » si rien n'est publié."
        )
    last = charge.valid_until
    if last and year.isdecimal() and last.year < int(year):
        yield f"le montant « {charge.id} » ne vaut que jusqu'au {last:%d/%m/%Y}, avant {year}. Écrivez le nouveau."


def _to_review(folder: Path) -> Iterator[Problem]:
    """A copy of last year's amounts must not be published as this year's."""
    if (folder / TO_REVIEW).exists():
        message = "cette édition est encore à relire. Retirez ce fichier quand c'est fait : elle sera alors montrée."
        yield Problem(message, f"{folder.name}/{TO_REVIEW}")


def _within(folder: str, problem: Problem) -> Problem:
    """The same, its file named with its folder: two editions have files of the same names."""
    return Problem(problem.message, f"{folder}/{problem.file}", problem.line)


def _of_what_is_published(data: Path, editions: list[Edition], on: date | None) -> Iterator[Problem]:
    """The edition in force is there, still valid, and prices the examples."""
    try:
        named = find_in_force(data)
        for edition in editions:
            if edition.header.id == named:
                yield from _run_out(edition, data / named, on)
                load_examples(edition, data)
    except InvalidInputError as error:
        yield from error.problems


def _run_out(edition: Edition, folder: Path, on: date | None) -> Iterator[Problem]:
    until = edition.header.valid_until
    if on and until and until < on:
        message = f"les tarifs en vigueur valaient jusqu'au {until:%d/%m/%Y}. Publiez l'édition suivante."
        yield _within(folder.name, join_files(folder).problem(("edition", "valable-jusqu-au"), message))
    places = find_places(join_files(folder), edition).charges
    for charge in edition.charges.values():
        last = charge.valid_until
        if on and last and last < on:
            at = places[charge.id]
            message = (
                f"le montant « {charge.id} » valait jusqu'au {last:%d/%m/%Y}. Écrivez le nouveau, ou « non-chiffre » "
                "et pourquoi."
            )
            yield Problem(message, f"{folder.name}/{at.file}", at.line)
