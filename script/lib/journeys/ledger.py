"""The ledger outside of Qingyuan: what an auditor holds in his hands and has checked by `script/verify-ledger`."""

import datetime
import json
import os
import shutil
import subprocess

from journeys.second import ask
from serving import ROOT

CHINA = datetime.timezone(datetime.timedelta(hours=8))


class Paper:
    """What was noted and kept elsewhere before anybody had a reason to doubt the server."""

    def __init__(self, place, folder):
        self.checkpoints = os.path.join(folder, "checkpoints")
        shutil.copytree(os.path.join(place.data, "checkpoints"), self.checkpoints)
        self.key = key(place)


class Exported:
    """A file of the page 台账, read line by line."""

    def __init__(self, content):
        lines = [json.loads(line) for line in content.decode().splitlines()]
        self.head, self.entries = lines[0], [line for line in lines if "previous" in line]
        self.chosen = [entry for entry in self.entries if entry["chosen"]]
        self.seals = [line for line in lines if "signature" in line]

    def count(self, fits):
        return sum(map(fits, self.entries))


def key(place):
    with open(os.path.join(place.data, "keys", "checkpoint.pub"), encoding="ascii") as file:
        return file.read().strip()


def day(entry):
    return datetime.datetime.fromtimestamp(entry["at"] / 1000, CHINA).date()


def today():
    return datetime.datetime.now(CHINA).date()


def yesterday():
    return today() - datetime.timedelta(1)


def verify(file, public, checkpoints=None):
    """Exit status and words of the independent verifier."""
    more = ["--checkpoints", checkpoints] if checkpoints else []
    done = subprocess.run([os.path.join(ROOT, "script", "verify-ledger"), file, "--key", public, *more], stdin=subprocess.DEVNULL,
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)
    return done.returncode, done.stdout.strip()


def table(place, folder):
    """A file that the verifier reads: the store itself, or what PostgreSQL prints of its ledger."""
    if not place.address:
        return os.path.join(place.data, "qingyuan.sqlite")
    path = os.path.join(folder, "ledger.jsonl")
    with open(path, "w", encoding="utf-8") as file:
        file.writelines(f"{line}\n" for line in ask(place.address, "SELECT row_to_json(l) FROM ledger l ORDER BY county, height"))
    return path
