"""The demonstration county for one run of the journeys: its own folder, its own port, its own store."""

import os
import re
import shutil

from cluster import Cluster
from serving import Place, Server, ServingError, workspace


class Demo(Place):
    """A place whose programs may read their content from a folder, as while content is being written."""

    content = None

    @property
    def arguments(self):
        return super().arguments + (["--content", self.content] if self.content else [])


class House:
    """Made anew, served, and removed at the end."""

    def __init__(self, program, store="sqlite", content=None):
        self.program, self.store, self.content = os.path.abspath(program), store, content
        self.folder = workspace("journeys")
        self.cluster = self.server = self.password = None

    def __enter__(self):
        try:
            address = None
            if self.store == "postgres":
                self.cluster = Cluster(os.path.join(self.folder, "cluster")).start()
                address = self.cluster.url
            place = Demo(os.path.dirname(self.program), self.folder, address)
            place.content = self.content
            self.password = password(place.run("qingyuan", "demo")[1])
            self.server = Server(place).start()
            return self
        except BaseException:
            self.close()
            raise

    def __exit__(self, *_):
        self.close()

    def close(self):
        if self.server:
            self.server.stop()
        if self.cluster:
            self.cluster.stop()
        shutil.rmtree(self.folder, ignore_errors=True)

    @property
    def address(self):
        return f"http://127.0.0.1:{self.server.port}"

    def log(self):
        return errors(self.server.log)


def errors(log):
    """Errors that a server wrote down; a journey that passes leaves none."""
    with open(log, encoding="utf-8", errors="replace") as file:
        return [line.strip() for line in file if " error " in line or "incident" in line]


def password(printed):
    found = re.search(r"密码都是 (\S+?)：", printed)
    if not found:
        raise ServingError(f"the demonstration printed no password: {printed[:200]}")
    return found.group(1)
