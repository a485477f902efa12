"""Learns the weights of `qingyuan match` from both generators: questions with answers of many mixes, asked of one register.

The register is as large as those that are measured, so that the counts of names mean the same; half is of either generator.
Beside each mix stand sets with moved rates: no agency errs as another does. The seeds are above a thousand, those of
`matching.py` below: nothing that is measured was learned from. The same program learns the same list each time.
"""

import os
import shutil
import subprocess
import tempfile

import persons
import second
from matching import invent

QUERIES = 10_000
# How each part is written: its records, its seed, its mixes, the sets with moved rates beside each.
PARTS = [
    (persons.write, 500_000, 1001, ["even", "bare", "kin", "wide"], 2, {}),
    (second.write, 300_000, 1002, ["mixed", "kin", "bare"], 1, {"ground": "coast"}),
    (second.write, 200_000, 1003, ["mixed", "kin", "bare"], 1, {"ground": "inland"}),
]


def learn(binaries, output):
    """Writes the list to the file `output`."""
    with tempfile.TemporaryDirectory(prefix="learn-") as folder:
        words = ["match", "train", "--register", prepare(folder), "--output", os.path.abspath(output)]
        for place, (_, _, _, mixes, sets, _) in enumerate(PARTS):
            for label in (mix + (str(number) if number else "") for mix in mixes for number in range(sets + 1)):
                words += ["--queries", f"{folder}/{place}/queries-{label}.csv", "--truth", f"{folder}/{place}/truth-{label}.csv"]
        subprocess.run([os.path.join(binaries, "qingyuan"), *words], check=True)


def prepare(folder):
    """All parts in folders of their own, and one register of all: their records are named by different letters."""
    whole = os.path.join(folder, "register.csv")
    with open(whole, "wb") as register:
        for place, (write, records, seed, mixes, sets, more) in enumerate(PARTS):
            part = os.path.join(folder, str(place))
            invent(write, part, records, QUERIES, seed, mixes, sets, **more)
            with open(os.path.join(part, "register.csv"), "rb") as file:
                if place:
                    file.readline()
                shutil.copyfileobj(file, register)
    return whole
