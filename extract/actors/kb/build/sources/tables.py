"""Reading and writing of tab-separated tables."""

import csv
import os


def read_tsv(folder, name):
    """The rows of a table as dictionaries."""
    with open(os.path.join(folder, name), encoding="utf-8", errors="replace", newline="") as f:
        return list(csv.DictReader(f, delimiter="\t", quoting=csv.QUOTE_NONE))


def read_csv(folder, name):
    with open(os.path.join(folder, name), encoding="utf-8", newline="") as f:
        return list(csv.DictReader(f))


def write_tsv(folder, name, note, columns, rows):
    """Writes rows (sequences of cells) under a header; rows keep their order."""
    with open(os.path.join(folder, name), "w", encoding="utf-8", newline="\n") as f:
        f.write(f"# {note}\n# Made by build/sources/build.py; do not edit by hand.\n")
        f.write("\t".join(columns) + "\n")
        for row in rows:
            cells = [clean(c) for c in row]
            f.write("\t".join(cells).rstrip("\t") + "\n")


def clean(cell):
    return " ".join(str(cell).replace("\t", " ").split())
