"""What a quote opens: the options it takes, the functions of the packs that it holds, the services of its college."""

from collections.abc import Iterator

from nes_model.pricing.quote import Quote


def list_opened(quote: Quote) -> tuple[str, ...]:
    """What the quote's category may use, in French: options, what the packs hold, services."""
    return (*_options(quote), *_features(quote), *_services(quote))


def list_opened_only_by(one: Quote, other: Quote) -> tuple[str, ...]:
    """What the first opens and the second does not."""
    there = set(list_opened(other))
    return tuple(each for each in list_opened(one) if each not in there)


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
