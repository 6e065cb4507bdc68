"""The command line, as `nes` or `python -m nes_model`: it starts here, and here alone it asks what day it is."""

from datetime import date

from nes_model.cli.main import main


def run() -> int:
    """Run the command that the process was called with; its exit code."""
    return main(today=date.today())


if __name__ == "__main__":
    raise SystemExit(run())
