"""Spreadsheet formulas that round to the cent exactly as the model does.

A spreadsheet counts in binary: 100.10 × 0.05 is 5.004999… there, and rounds down what the model rounds up. Products
are therefore brought to whole numbers, which binary holds exactly, before the one division and the one rounding.
"""

WHOLE, HUNDREDTHS = 2, 4  # decimals of a price times a whole quantity, or times hundredths of one


def multiply(quantity: str, price: str, times: str, *, over: int = 1, decimals: int = WHOLE) -> str:
    """`quantity × price × times / over`, rounded half up to the cent.

    Args:
        quantity: the cell that holds it.
        price: the cell that holds it, in euros and cents.
        times: a whole number, or the cell that holds it.
        over: what the product is divided by.
        decimals: how many the product of quantity and price can have.
    """
    if over == 1 and decimals == WHOLE:
        return f"ROUND({_product(quantity, price, times)},2)"
    whole = _product(f"ROUND({quantity}*{price}*{10**decimals},0)", times)
    return f"ROUND({_quotient(whole, over * 10 ** (decimals - WHOLE))},0)/100"


def add_vat(amount: str, rate: str) -> str:
    """An amount in euros and cents with the VAT of a rate such as 0.20."""
    return f"ROUND(ROUND({amount}*100,0)*ROUND((1+{rate})*10000,0)/10000,0)/100"


def increase(amount: str, rate: str, years: int) -> str:
    """An amount in euros and cents, increased that many times by a rate of at most two decimals of a percent.

    Powers outgrow whole numbers: what should be half a cent comes out within 8E-16 of it (two powers, a quotient, a
    product). The factor 1+2E-15 lifts it over the half, and nothing else, unless it lies within 3E-15 of the figure
    under a half: for a yearly million euros, 3E-7 of a cent.
    """
    return f"ROUND(ROUND({amount}*100,0)*(10000+ROUND({rate}*10000,0))^{years}/10000^{years}*(1+2E-15),0)/100"


def add_up(terms: str) -> str:
    """The sum of amounts; cells that say « non chiffré » count for nothing."""
    return f"ROUND(SUM({terms}),2)"


def _product(*factors: str) -> str:
    return "*".join(factor for factor in factors if factor != "1")


def _quotient(product: str, divisor: int) -> str:
    return f"{product}/{divisor}" if divisor != 1 else product
