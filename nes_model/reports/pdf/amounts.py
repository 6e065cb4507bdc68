"""An amount as a printed page shows it: large, or in a narrow column."""

from nes_model.money import NO_BREAK_SPACE, Amount, format_euros


def format_ends(amount: Amount) -> list[str]:
    """One figure, or the two ends of a range, each in euros."""
    return [format_euros(end) for end in amount.ends]


def format_briefly(amount: Amount) -> str:
    """On as little width as possible: "815,00 €", "715,00 à 815,00 €". A line may break before the "à"."""
    *low, high = format_ends(amount)
    return f"{low[0].removesuffix(f'{NO_BREAK_SPACE}€')} à{NO_BREAK_SPACE}{high}" if low else high
