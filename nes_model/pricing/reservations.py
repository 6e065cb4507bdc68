"""How sure a quote's totals are, in a few French words to read beside them; the quote itself says it at length."""

from collections.abc import Iterator

from nes_model.pricing.cautions import name_left_out_later, name_mixed_taxes, name_prices_of_following_years
from nes_model.pricing.doubt_effects import find_points
from nes_model.pricing.quote import Quote
from nes_model.pricing.sentences import qualify_first_year


def list_reservations(quote: Quote, horizon: int | None = None) -> Iterator[str]:
    """The points à confirmer that may move them, what they leave out or suppose, the taxes that they mix.

    Args:
        quote: the quote.
        horizon: over how many years it is shown; as many as its scenario says, when it is not given.
    """
    if moving := [point.doubt.id for point in find_points(quote, quote.checked.published) if point.moves]:
        yield f"à confirmer : {', '.join(moving)}"
    yield from qualify_first_year(quote)  # it leaves out all that a following year does
    yield from name_left_out_later(quote, horizon)
    yield from name_prices_of_following_years(quote)
    if mixed := name_mixed_taxes(quote):
        yield mixed
