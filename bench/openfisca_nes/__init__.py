"""NeS's membership prices as an OpenFisca tax and benefit system, with the amounts of data/2026."""
