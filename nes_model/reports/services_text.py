"""The grid of services as plain text, for a terminal."""

from collections.abc import Iterator

from nes_model.catalogue.edition import Edition
from nes_model.catalogue.service import Family, Mark, Service

_CELL = 5


def write_services_text(edition: Edition) -> str:
    """The services by family, their mark for each college, and what the marks mean."""
    width = max(len(service.label) for service in edition.services) + 2
    families = (line for family in edition.families for line in _family(family, edition, width))
    return "\n".join([f"Services par collège, d'après : {edition.header.label}", *families, *_legend()])


def _family(family: Family, edition: Edition, width: int) -> Iterator[str]:
    yield from ("", f"{family.label} ({'avec' if family.membership else 'sans'} adhésion)")
    yield f"  {'':<{width}}{_cells(college.id for college in edition.colleges)}".rstrip()
    for service in edition.services_of(family.id):
        marks = (service.marks[college.id].symbol for college in edition.colleges)
        yield f"  {service.label:<{width}}{_cells(marks)}{_doubts(service, edition)}".rstrip()


def _cells(texts: Iterator[str]) -> str:
    return "".join(f"{text:<{_CELL}}" for text in texts)


def _doubts(service: Service, edition: Edition) -> str:
    behind = {doubt.id: None for college in service.marks for doubt in edition.find_doubts(service, college)}
    return f"à confirmer : {', '.join(behind)}" if behind else ""


def _legend() -> list[str]:
    return ["", "Marques", *(f"  {mark.symbol:<{_CELL}}{mark.words}" for mark in Mark)]
