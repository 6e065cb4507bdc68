"""A million organisations as a file through `python -m nes_model lot`: seconds, rows a second, memory at its most."""

import argparse
import csv
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from time import perf_counter

import psutil

from bench.organisations import Organisations, make_organisations

COUNTS = ("adherents", "etablissements", "utilisateurs", "structures", "mois_premiere_annee")
TITLES = ("libelle", "categorie", *COUNTS, "options")
READING = "R4=prorata"  # of the whole group
_MB = 1_000_000


def main() -> None:
    """Write the table, price it, print what it took."""
    asked_for = argparse.ArgumentParser(description=__doc__)
    asked_for.add_argument("--rows", type=int, default=1_000_000)
    rows = asked_for.parse_args().rows
    print(f"load average {os.getloadavg()}, {os.cpu_count()} cores")
    with tempfile.TemporaryDirectory() as folder:
        table, result = Path(folder) / "table.csv", Path(folder) / "result.csv"
        write(make_organisations(rows), table)
        seconds, most = run(table, result)
        written = _count_priced(result)
        if written != rows:
            raise ValueError(f"{rows - written} rows of {rows} were refused: refusing is not pricing")
        print(f"lot: {written} rows in {seconds:.1f} s, {written / seconds:.0f} rows/s, at most {most / _MB:.0f} MB")
        print(f"     {table.stat().st_size / _MB:.0f} MB read, {result.stat().st_size / _MB:.0f} MB written")
    print(f"load average {os.getloadavg()}")


def run(table: Path, result: Path) -> tuple[float, int]:
    """Seconds and the most bytes resident, start-up and reading of the catalogue included."""
    start = perf_counter()
    command = [sys.executable, "-m", "nes_model", "lot", str(table), "-o", str(result), "--lecture", READING]
    process = psutil.Popen(command)
    most = 0
    while process.poll() is None:
        most = max(most, process.memory_info().rss)
        try:
            process.wait(0.05)
        except psutil.TimeoutExpired:
            continue
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    return perf_counter() - start, most


def write(asked: Organisations, path: Path) -> None:
    """The organisations as finance would hand them in."""
    with path.open("w", encoding="utf-8", newline="") as output:
        writer = csv.writer(output, delimiter=";")
        writer.writerow(TITLES)
        for row in range(len(asked)):
            words = asked.write_words(row)
            options = (":".join([id_, *map(str, choice.values())]) for id_, choice in words["options"].items())
            asked_for = [words[name] for name in ("categorie", *COUNTS)]
            writer.writerow([f"Organisation {row}", *asked_for, ";".join(options)])  # imagerie:2;chef-de-projet:2.50


def _count_priced(result: Path) -> int:
    with result.open(encoding="utf-8-sig", newline="") as rows:
        return sum(not row["erreur"] for row in csv.DictReader(rows, delimiter=";"))


if __name__ == "__main__":
    main()
