"""Looks into a store without the product: what rows does it hold?"""

import hashlib
import os
import sqlite3
import subprocess

from cluster import NAME, program


class SQLiteStore:
    def __init__(self, place):
        self.place = place

    def rows(self, statement):
        base = sqlite3.connect(os.path.join(self.place.data, "qingyuan.sqlite"))
        try:
            return [tuple(map(text, row)) for row in base.execute(statement)]
        finally:
            base.close()

    def file_hashes(self, wanted):
        """Of the kept bytes, by the hash under which they are kept; None where there are none."""
        folder = os.path.join(self.place.data, "attachments")
        return {sha256: hash_of(os.path.join(folder, sha256[:2], sha256)) for sha256 in wanted}


class PostgresStore:
    def __init__(self, place):
        self.place = place

    def rows(self, statement):
        done = subprocess.run(
            [program("psql"), "-qAtX", "-F", "\x1f", "-R", "\x1e", "-v", "ON_ERROR_STOP=1", "-c", statement,
             self.place.address], capture_output=True, text=True, check=False, env={**os.environ, "PGUSER": NAME})
        if done.returncode:
            raise RuntimeError(f"psql: {done.stderr.strip()}")
        return [tuple(line.split("\x1f")) for line in done.stdout.removesuffix("\n").split("\x1e") if line]

    def file_hashes(self, wanted):
        del wanted
        return dict(self.rows("SELECT sha256, encode(sha256(string_agg(bytes, ''::bytea ORDER BY part)), 'hex') "
                              "FROM attachment_chunk GROUP BY sha256"))


def store(place):
    return PostgresStore(place) if place.address else SQLiteStore(place)


def text(value):
    return "" if value is None else str(value)


def hash_of(path):
    try:
        with open(path, "rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return None
