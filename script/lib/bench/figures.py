"""The figures as plain text, printed as they come."""

import re

from load import CLIENTS, percentile


class Report:
    def __init__(self):
        self.text = ""
        self.faulty = False

    def line(self, words=""):
        self.text += words + "\n"
        print(words, flush=True)

    def heading(self, words):
        self.line(("\n" if self.text else "") + words)
        self.line("=" * len(words))

    def started(self, seconds):
        self.line(f"start to first answer     {seconds:.2f} s")

    def costs(self, costs):
        """`rest` is the page less its statements; the aim is at most three times the plain route."""
        self.line("\nprocessor time per request, milliseconds; × is the ratio to the plain-text route")
        self.line(f"{'':22}{'server':>9}{'×':>8}{'statements':>12}{'rest':>8}{'×':>7}{'database':>10}")
        for name, cost in costs.items():
            self.line(f"{name:22}{cost.server:9.3f}{cost.server_ratio:8.1f}{cost.statements:12.3f}{cost.rest:8.3f}"
                      f"{cost.rest_ratio:7.1f}{cost.database:10.3f}")

    def waits(self, found, rate):
        self.line(f"\nwaiting times with {CLIENTS} clients, milliseconds; {rate:.0f} requests per second together")
        self.line(f"{'':22}{'requests':>9}{'p50':>9}{'p95':>9}{'p99':>9}")
        everything = [wait for waits in found.values() for wait in waits]
        for name, waits in [*found.items(), ("all", everything)]:
            parts = "".join(f"{percentile(waits, part):9.1f}" for part in (0.5, 0.95, 0.99))
            self.line(f"{name:22}{len(waits):9}{parts}")

    def verified(self, words, seconds, faulty):
        entries = int(re.search(r"、(\d+) 条记录", words).group(1))
        self.line(f"\nledger verify             {entries:,} entries in {seconds:.1f} s, {entries / seconds:,.0f} per second")
        if faulty:
            self.faulty = True
            self.line(f"IT FOUND FAULTS: {words.splitlines()[-1]}")

    def imported(self, rows, checking, applying, memory):
        self.line(f"import of {rows:,} rows    {checking:.1f} s to check, {applying:.1f} s to apply, "
                  f"{checking + applying:.1f} s in all; at most {memory:.0f} MB")
