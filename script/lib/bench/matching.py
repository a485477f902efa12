"""`qingyuan match` on invented registers: quality per mix, queries per processor second, index, memory.

Two generators that err differently (`persons.py`, `second.py`); what is learned from them: `learning.py`.
"""

import csv
import json
import multiprocessing
import os
import random
import re
import subprocess
import sys
import tempfile

import persons
import persons_ground
import second

# Of each generator its registers: how one is written, and the mixes that are asked of it.
GENERATORS = {
    "first": [(persons.write, ["even", "bare", "kin"], {})],
    "second": [(second.write, ["mixed", "kin"], {"ground": "coast"}), (second.write, ["bare"], {"ground": "inland"})],
}
QUERIES = 10_000
WEIGHTS = "Content/matching/weights.yaml"
# Of the first mix: from so many questions the others learn, the rest all are asked.
LEARNING = 3_000


def measure(binaries, records, report, generator="first", weights=None):
    """`weights` replaces the list that the program carries."""
    report.heading(f"match: {records:,} records of the {generator} generator, {QUERIES:,} queries a mix")
    for place, (write, mixes, more) in enumerate(GENERATORS[generator]):
        with tempfile.TemporaryDirectory(prefix="match-") as folder:
            # Below a thousand: `learning.py` draws from others.
            seed = (random.Random(records).randrange(1000) + place) % 1000
            invent(write, folder, records, QUERIES, seed, mixes, **more)
            for mix in mixes:
                figures = told(binaries, folder, mix, report, weights)
                if generator == "first" and mix == mixes[0] and not weights:
                    beside(folder, mix, figures, report)


def told(binaries, folder, mix, report, weights=None):
    figures, memory = run(binaries, folder, mix, weights)
    speed = figures["queries"] / max(figures["queries_cpu"], 1e-9)
    report.line(f"{mix:8} {speed:9,.0f} queries per CPU s   index {figures['index_cpu']:.1f} CPU s   at most {memory:,.0f} MB")
    tell(report, "", quality(folder, mix))
    threshold = same(weights or os.path.join(persons_ground.ROOT, WEIGHTS))
    precision, low, recall = fixed(folder, mix, threshold)
    report.line(f"         at {threshold}, fixed in training: precision {precision:.4f} (at least {low:.4f})   recall {recall:.3f}")
    return figures


def same(path):
    with open(path, encoding="utf-8") as file:
        return float(re.search(r"^same: (\S+)", file.read(), re.M).group(1))


def invent(write, *words, **more):
    """In a process of its own: the kernel counts what a parent held to the most memory of the child that it starts."""
    process = multiprocessing.get_context("fork").Process(target=write, args=words, kwargs=more)
    process.start()
    process.join()
    if process.exitcode:
        sys.exit(f"{write.__module__}.py failed")


def tell(report, name, right):
    report.line(f"{name:8} " + "   ".join(f"{name} {value:.3f}" for name, value in right.items()))


def beside(folder, mix, own, report):
    """The same questions to two public tools, where the Python that is named (or this one) has them; see `peers.py`."""
    python = os.environ.get("QINGYUAN_BENCH_PYTHON", sys.executable)
    for tool in ("recordlinkage", "splink"):
        if subprocess.run([python, "-c", f"import {tool}"], capture_output=True, check=False).returncode:
            report.line(f"{tool} is not there: no ratio")
            continue
        done = subprocess.run([python, os.path.join(os.path.dirname(__file__), "peers.py"), tool, folder, mix, str(LEARNING)],
                              capture_output=True, text=True, check=False)
        if done.returncode:
            report.line(f"{tool} failed: {done.stderr.strip().splitlines()[-1]}")
            continue
        figures = json.loads(done.stdout.strip().splitlines()[-1])
        theirs, share = figures["queries"] / figures["cpu"], figures["queries"] / own["queries"]
        speed = own["queries"] / own["queries_cpu"]
        whole = figures["queries"] / (own["index_cpu"] + own["queries_cpu"] * share)
        report.line(f"{tool}, the last {figures['queries']:,} of these: {theirs:,.0f} queries per CPU s; "
                    f"ours {speed / theirs:.1f} times that, {whole / theirs:.1f} times with our index counted")
        tell(report, "theirs", quality(folder, mix, f"-{tool}", LEARNING))
        tell(report, "ours", quality(folder, mix, after=LEARNING))


def run(binaries, folder, mix, weights=None):
    """The figures that the program prints last, and the most memory it held."""
    said = tempfile.TemporaryFile()
    process = subprocess.Popen(
        [os.path.join(binaries, "qingyuan"), "match", "--figures", "--register", f"{folder}/register.csv",
         "--queries", f"{folder}/queries-{mix}.csv", "--output", f"{folder}/found-{mix}.csv"]
        + (["--weights", weights] if weights else []), stderr=said)
    _, status, usage = os.wait4(process.pid, 0)
    said.seek(0)
    lines = said.read().decode().splitlines()
    if status != 0:
        sys.exit("match: " + "\n".join(lines))
    return json.loads(lines[-1]), usage.ru_maxrss / 1024


def quality(folder, mix, tool="", after=0):
    """As the task measures: the top score is the answer, equal scores are cut together. Without the first questions."""
    truth, found, tops, persons_known = answers(folder, mix, tool, after)
    right, best, cuts = 0, 0.0, {0.99: 0.0, 0.999: 0.0}
    for place, (score, is_right) in enumerate(tops, 1):
        right += is_right
        if place < len(tops) and tops[place][0] == score:
            continue
        precision, recall = right / place, right / persons_known
        best = max(best, 2 * precision * recall / max(precision + recall, 1e-9))
        for limit in cuts:
            if precision >= limit:
                cuts[limit] = max(cuts[limit], recall)
    within = sum(1 for query, record in truth.items() if record and record in [r for _, r in found.get(query, [])])
    return {"recall at 0.99": cuts[0.99], "at 0.999": cuts[0.999], "top 1": right / persons_known,
            "top 20": within / persons_known, "best F1": best}


def answers(folder, mix, tool="", after=0):
    """The truth, all that was found, the best of each question with whether it is right, how many are registered."""
    with open(f"{folder}/truth-{mix}.csv", encoding="utf-8", newline="") as file:
        truth = {row["query_id"]: row["record_id"] for row in list(csv.DictReader(file))[after:]}
    found = {}
    with open(f"{folder}/found-{mix}{tool}.csv", encoding="utf-8", newline="") as file:
        for row in (row for row in csv.DictReader(file) if row["query_id"] in truth):
            found.setdefault(row["query_id"], []).append((float(row["score"]), row["record_id"]))
    tops = sorted(((rows[0][0], rows[0][1] == truth[query]) for query, rows in found.items()), reverse=True)
    return truth, found, tops, sum(1 for record in truth.values() if record)


def fixed(folder, mix, threshold):
    """Precision at a threshold that was fixed beforehand, its lower bound (Wilson, 95 %), and recall."""
    _, _, tops, persons_known = answers(folder, mix)
    said = [is_right for score, is_right in tops if score >= threshold]
    n, right, z = max(len(said), 1), sum(said), 1.96
    precision = right / n
    spread = z * (precision * (1 - precision) / n + z * z / 4 / n / n) ** .5
    low = (precision + z * z / 2 / n - spread) / (1 + z * z / n)
    return precision, low, right / max(persons_known, 1)
