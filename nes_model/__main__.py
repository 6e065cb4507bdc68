"""`python -m nes_model`: the process starts here, and here alone it asks what day it is."""

from datetime import date

from nes_model.cli.main import main

raise SystemExit(main(today=date.today()))
