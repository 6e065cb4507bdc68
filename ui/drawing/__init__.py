"""How charts look: Vega in French, the palette, stacked bars."""
