"""NeS's membership prices as an OpenFisca tax and benefit system, written from the catalogue."""
