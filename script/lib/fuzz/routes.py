"""The routes that `qingyuan routes` lists, and which of them an address belongs to."""

import json
import re
from dataclasses import dataclass


@dataclass(frozen=True)
class Route:
    method: str
    path: str

    @property
    def name(self):
        return f"{self.method} {self.path}"

    @property
    def parts(self):
        return self.path.split("/")[1:]

    def kinds(self):
        """For each parameter the kind of record that it names: `/plans/:id/items/:item` → `/plans`, `/plans/items`."""
        words = []
        for part in self.parts:
            if part.startswith(":"):
                yield "/" + "/".join(words)
            else:
                words.append(part)


class Routes:
    def __init__(self, listed):
        self.all = sorted({Route(row["method"], row["path"]) for row in json.loads(listed)}, key=lambda each: each.name)
        by_words = sorted(self.all, key=lambda each: sum(part.startswith(":") for part in each.parts))
        self._patterns = [(re.compile(re.sub(r":\w+", "([^/]+)", re.escape(each.path)) + "$"),
                           each) for each in by_words]

    def find(self, method, path):
        """The route and the values of its parameters; None where no route answers."""
        for pattern, route in self._patterns:
            if route.method == method and (found := pattern.match(path)):
                return route, found.groups()
        return None
