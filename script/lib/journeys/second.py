"""Another server beside the demonstration's, with a folder, a store and a port of its own."""

import os
import subprocess

from cluster import program
from journeys.house import Demo, errors
from journeys.visitor import Complaint
from serving import Server


class Second:
    """Nothing stands in its store until somebody puts it there; it serves inside `with`, and must not err."""

    def __init__(self, house, name, store, password):
        self.folder, self.password = os.path.join(house.folder, name), password
        self.place = Demo(os.path.dirname(house.program), self.folder, database(house.cluster, name) if store == "postgres" else None)
        self.place.content = house.content
        os.makedirs(self.folder)
        self.server = Server(self.place)

    def __enter__(self):
        self.server.start()
        return self

    def __exit__(self, kind, *_):
        self.server.stop()
        logged = [] if kind else errors(self.server.log)
        if logged:
            raise Complaint(f"the server in {self.folder} logged: {logged[0]}")

    @property
    def is_empty(self):
        return not os.path.exists(self.place.data) and not (self.place.address and tables(self.place.address))

    @property
    def address(self):
        return f"http://127.0.0.1:{self.server.port}"


def database(cluster, name):
    """The address of a new database in the cluster."""
    name = name.replace("-", "_")
    ask(cluster.url, f"CREATE DATABASE {name}")
    return cluster.url.rsplit("/", 1)[0] + f"/{name}"


def tables(address):
    return ask(address, "SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace")


def ask(address, statement):
    """The lines that PostgreSQL answers."""
    done = subprocess.run([program("psql"), "-qAtX", "-d", address, "-c", statement], stdout=subprocess.PIPE, text=True, check=True)
    return done.stdout.splitlines()
