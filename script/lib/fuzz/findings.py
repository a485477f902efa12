"""Findings: each kind of fault of each route once or twice, with the exact bytes that led to it."""

import json
import os
import sys
import threading
from collections import Counter

SAME = 2


class Findings:
    def __init__(self, folder, store, keep=True):
        self.folder = folder
        self.store = store
        self.keep = keep
        self.counts = Counter()
        self.files = []
        self._lock = threading.Lock()

    def __len__(self):
        return sum(self.counts.values())

    def add(self, words, sent=None, answer=None, more="", before=None):
        """`sent` is the request, `before` the one before it on its line; without `sent` the fault is the whole run's."""
        with self._lock:
            key = (words, sent.route if sent else "")
            self.counts[key] += 1
            if self.counts[key] > SAME or not self.keep:
                return
            place = self._write(words, sent, answer, more, before) if sent else more
            print(f"fuzz: {self.store}: {key[1] + ': ' if key[1] else ''}{words}\n      {place}", file=sys.stderr,
                  flush=True)

    def _write(self, words, sent, answer, more, before):
        folder = os.path.join(self.folder, "findings")
        os.makedirs(folder, exist_ok=True)
        path = os.path.join(folder, f"{len(self.files) + 1:03}.http")
        self.files.append(path)
        for name, each in ((path, sent), (path + ".before", before)):
            if each:
                with open(name, "wb") as file:
                    file.write(each.data)
        with open(path + ".json", "w", encoding="utf-8") as file:
            json.dump({"words": words, "route": sent.route, "account": sent.account, "store": self.store,
                       "whole": sent.whole, "more": more,
                       "answer": answer.body[:4000].decode("utf-8", "replace") if answer else None}, file,
                       ensure_ascii=False, indent=1)
        return f"script/fuzz --replay {path}"
