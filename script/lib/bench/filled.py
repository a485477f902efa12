"""Stores of a given size, loaded by the laboratory; kept for the next run where asked."""

import os
import shutil
import subprocess
import sys

from cluster import Cluster, program
from serving import Place, ServingError, workspace


class Filled:
    """Use as `with Filled(binaries, "sqlite", 200000, 50000, keep=True) as filled`. Of size 0 it is only founded,
    or left empty."""

    def __init__(self, binaries, store, clues, cases, keep, found=True, settings=None):
        # Not in a home: the database server's user must be able to pass.
        kept = f"/var/tmp/qingyuan-bench-{store}-{clues}-{cases}"
        self.folder = kept if keep else workspace("bench")
        self.keep = keep
        self.found = found
        self.sizes = (clues, cases)
        self.cluster = Cluster(os.path.join(self.folder, "cluster"), settings) if store == "postgres" else None
        self.binaries = binaries

    def __enter__(self):
        ready = os.path.join(self.folder, "ready")
        if self.keep and not os.path.exists(ready):
            shutil.rmtree(self.folder, ignore_errors=True)
        os.makedirs(self.folder, mode=0o711, exist_ok=True)
        self.place = Place(self.binaries, self.folder, self.cluster.start().url if self.cluster else None)
        if not os.path.exists(ready):
            self._fill()
            open(ready, "w", encoding="ascii").close()
        return self

    def __exit__(self, *_):
        if self.cluster:
            self.cluster.stop()
        if not self.keep:
            shutil.rmtree(self.folder, ignore_errors=True)

    def _fill(self):
        if self.sizes == (0, 0):
            if self.found:
                self.place.run("lab", "found")
            return
        clues, cases = map(str, self.sizes)
        words = [os.path.join(self.binaries, "lab"), "fill", *self.place.arguments, "--clues", clues, "--cases", cases]
        if subprocess.run(words, check=False, stdin=subprocess.DEVNULL, stdout=sys.stderr).returncode:
            raise ServingError("lab fill failed")
        if self.cluster:
            self.settle()

    def settle(self):
        """What autovacuum would do within minutes, done now so that it does not fall into the measuring."""
        subprocess.run([program("psql"), "-qX", "-c", "VACUUM ANALYZE", self.place.address], check=True)
