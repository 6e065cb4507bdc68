"""What a quote gives access to: its options, the functions of the packs that it holds, the services of its college."""

from collections.abc import Iterator

from nes_model.pricing.quote import Quote


def list_access_only_by(one: Quote, other: Quote) -> tuple[str, ...]:
    """What the category of the first may use and that of the second may not, in French."""
    there = set(_access(other))
    return tuple(each for each in _access(one) if each not in there)


def _access(quote: Quote) -> Iterator[str]:
    yield from _options(quote)
    yield from _features(quote)
    yield from _services(quote)


def _options(quote: Quote) -> Iterator[str]:
    for id_, offer in quote.edition.options.items():
        if id_ in quote.scenario.options:
            yield offer.label[0].lower() + offer.label[1:] if offer.label[1:2].islower() else offer.label


def _features(quote: Quote) -> Iterator[str]:
    edition, category, held = quote.edition, quote.scenario.category, {pack.id for pack in quote.packs}
    yield from (each.label for each in edition.features if each.offer in held and edition.grants(each, category))


def _services(quote: Quote) -> Iterator[str]:
    """The services of the grid that the category's college may have."""
    college = quote.edition.college_of(quote.scenario.category).id
    for service in quote.edition.services:
        if service.marks[college].available:
            yield service.label
