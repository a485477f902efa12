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


class Peeper:
    """Asks for one number again and again, in a millisecond or so, while the server works on. Gives the last answer where
    the store does not answer."""

    def __init__(self, place, statement):
        self.place = place
        self.statement = statement
        self.last = 0
        self._line = None

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self._hang_up()

    def __call__(self):
        try:
            self.last = self._postgres() if self.place.address else self._sqlite()
        except (OSError, ValueError, sqlite3.Error):
            self._hang_up()
        return self.last

    def _sqlite(self):
        """Only reads: the log that a killed server leaves is for the next server to find."""
        base = sqlite3.connect(f"file:{os.path.join(self.place.data, 'qingyuan.sqlite')}?mode=ro", uri=True)
        try:
            return base.execute(self.statement).fetchone()[0]
        finally:
            base.close()

    def _postgres(self):
        if self._line is None:
            self._line = subprocess.Popen(
                [program("psql"), "-qAtX", self.place.address], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL, text=True, env={**os.environ, "PGUSER": NAME})
        self._line.stdin.write(self.statement + ";\n")
        self._line.stdin.flush()
        return int(self._line.stdout.readline())

    def _hang_up(self):
        line, self._line = self._line, None
        if line:
            line.kill()
            line.wait()
            for pipe in (line.stdin, line.stdout):
                try:
                    pipe.close()
                except OSError:
                    pass


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
