"""Running the command line inside the test, with its two outputs."""

from dataclasses import dataclass

import pytest

from nes_model.cli.main import main


@dataclass(frozen=True)
class Run:
    code: int
    output: str
    errors: str

    @property
    def problems(self) -> list[str]:
        """What a refusal says, a line each: exit 2, in French, nothing printed and no trace."""
        assert (self.code, self.output) == (2, "")
        assert "Traceback" not in self.errors
        return self.errors.splitlines()


def run(capsys: pytest.CaptureFixture[str], *words: object) -> Run:
    capsys.readouterr()
    try:
        code = main([str(word) for word in words])
    except SystemExit as stop:
        code = int(stop.code or 0)
    printed = capsys.readouterr()
    return Run(code, printed.out, printed.err)
