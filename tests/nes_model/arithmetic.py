"""The visible arithmetic of a golden case, worked out with decimals."""

import ast
import operator
from collections.abc import Callable
from decimal import ROUND_HALF_UP, Decimal

from nes_model.money import Amount

_OPERATIONS: dict[type[ast.operator], Callable[[Decimal, Decimal], Decimal]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
    ast.Pow: operator.pow,
}


def worked(expected: object) -> Amount:
    """An amount from an expression, or from the expressions of its two ends."""
    if isinstance(expected, dict):
        return Amount(_value(expected["min"]), _value(expected["max"]))
    return Amount.exactly(_value(expected))


def _value(expression: object) -> Decimal:
    source = str(expression)
    return _evaluate(ast.parse(source, mode="eval").body, source)


def _evaluate(node: ast.expr, source: str) -> Decimal:
    match node:
        case ast.Constant():
            return Decimal(source[node.col_offset : node.end_col_offset])
        case ast.BinOp():
            return _OPERATIONS[type(node.op)](_evaluate(node.left, source), _evaluate(node.right, source))
        case ast.Call(func=ast.Name(id="arrondi"), args=[argument]):
            return _evaluate(argument, source).quantize(Decimal("0.01"), ROUND_HALF_UP)
    raise ValueError(f"{source}: only numbers, + - * / **, parentheses and arrondi()")
