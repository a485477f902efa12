"""Sends a kept request again, on the store that it was found on."""

import json
import os
import re

from cluster import Cluster
from fuzz.accounts import Accounts
from fuzz.client import Asker
from fuzz.findings import Findings
from fuzz.run import QUIET
from fuzz.wire import Sent
from serving import Place, Server, ServingError


def replay(binaries, path):
    """Gives what is wrong this time, as sentences."""
    data, before = (bytes_of(name) for name in (path, path + ".before"))
    with open(path + ".json", encoding="utf-8") as file:
        told = json.load(file)
    folder = os.path.dirname(os.path.dirname(os.path.realpath(path)))
    cluster = Cluster(os.path.join(folder, "cluster")) if told["store"] == "postgres" else None
    try:
        place = Place(binaries, folder, cluster.start().url if cluster else None)
        if not os.path.isdir(place.data):
            raise ServingError(f"{place.data} is gone; a finding is replayed on the store that it was found on")
        with Server(place, environment=QUIET) as server:
            sent = Sent(data, told["route"], told["account"], told["whole"])
            return ask(server, sent, before and Sent(before, told["route"], told["account"]))
    finally:
        if cluster:
            cluster.stop()


def bytes_of(path):
    if not os.path.exists(path):
        return None
    with open(path, "rb") as file:
        return file.read()


def ask(server, sent, before):
    """The session of the finding may be over: whoever it was signs in again, the other bytes stay."""
    accounts = Accounts([sent.account] if sent.account else [])
    if cookie := accounts.cookie(server.port, sent.account):
        for each in filter(None, (before, sent)):
            each.data = re.sub(rb"qy=[0-9a-f]{48}", cookie.encode(), each.data)
    findings = Findings(server.place.folder, server.place.store, keep=False)
    asker = Asker(server.port, findings)
    if before:
        asker.ask(before)
    answer = asker.ask(sent)
    shown = f"status {answer.status}\n{answer.body[:3000].decode('utf-8', 'replace')}" if answer else "no answer"
    print(f"{sent.route}: {shown}")
    if server.process.poll() is not None:
        findings.add(f"the process ended:\n{server.tail()}")
    return [words for words, _ in findings.counts]
