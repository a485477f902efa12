"""What the server acknowledged: the debts that the store must pay after every kill."""

import json
import os
import threading


class Journal:
    """One line of JSON for each acknowledged write, synced: it outlives the torture itself, for whoever looks into a
    loss. `kind` is the step; the other fields say what must be found."""

    def __init__(self, path):
        self._file = open(path, "ab")
        self._lock = threading.Lock()
        self.records = []

    def acknowledge(self, kind, **debt):
        record = {"kind": kind, **debt}
        with self._lock:
            self.records.append(record)
            self._file.write(json.dumps(record, ensure_ascii=False).encode() + b"\n")
            self._file.flush()
            os.fdatasync(self._file.fileno())

    def of(self, *kinds):
        return [record for record in self.records if record["kind"] in kinds]

    def close(self):
        self._file.close()
