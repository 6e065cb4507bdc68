"""The amended edition as one file to take away: its folder in a ZIP, the same bytes for the same input."""

import io
import zipfile
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from nes_model.publishing.amended_edition import write_amended_edition
from nes_model.publishing.amended_files import Amendment
from nes_model.publishing.next_edition import check_year
from nes_model.scenario.examples import Examples


def archive_amended_edition(
    data: Path, published: str, year: str, amendment: Amendment, examples: Examples, on: date
) -> bytes:
    """The files of the next edition, changed only where the amendment says, with the list of what to review.

    Args:
        data: the folder of all editions; nothing is written there.
        published: the name of the edition that the amendment was made against.
        year: the name of the edition to prepare.
        amendment: the amounts and the readings to write.
        examples: the scenarios on which the effect is shown.
        on: the day that the files bear.

    Raises:
        InvalidInputError: the year cannot be prepared, or the files cannot be read as they now are.
    """
    check_year(data, year)
    with TemporaryDirectory() as place:
        folder = Path(place) / year
        write_amended_edition(data / published, folder, amendment, examples)
        content = io.BytesIO()
        with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
            for path in sorted(folder.iterdir()):
                entry = zipfile.ZipInfo(f"{year}/{path.name}", (on.year, on.month, on.day, 0, 0, 0))
                entry.compress_type = zipfile.ZIP_DEFLATED
                archive.writestr(entry, path.read_bytes())
        return content.getvalue()
