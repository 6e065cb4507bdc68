"""`python -m nes_model`."""

from nes_model.cli import main

raise SystemExit(main())
