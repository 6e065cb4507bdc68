"""What a quote opens: the options it takes, and the functions of the packs that it holds."""

from collections.abc import Iterator

from nes_model.edition import Taking
from nes_model.quote import Quote


def opened(quote: Quote) -> tuple[str, ...]:
    """What the quote's category may use, in French: options taken, then what the packs hold, in catalogue order."""
    return (*_options(quote), *_features(quote))


def only_in(one: Quote, other: Quote) -> tuple[str, ...]:
    """What the first opens and the second does not."""
    there = set(opened(other))
    return tuple(each for each in opened(one) if each not in there)


def _options(quote: Quote) -> Iterator[str]:
    for id_, offer in quote.edition.options.items():
        if id_ in quote.scenario.options:
            yield offer.label[0].lower() + offer.label[1:] if offer.label[1:2].islower() else offer.label


def _features(quote: Quote) -> Iterator[str]:
    included = {offer.id for offer in quote.edition.offers if offer.taking is Taking.INCLUDED}
    held = included | quote.scenario.options.keys()
    for feature in quote.edition.features:
        allowed = feature.categories is None or quote.scenario.category in feature.categories
        if feature.offer in held and allowed:
            yield feature.label
