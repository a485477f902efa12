"""Which steps of warning and pressing a duty must have had on a day: counted here, not by the product.

Reads the calendars and ladders of Content/ with a few lines of its own.
"""

import datetime
import glob
import os
import re

from serving import ROOT

DAY = datetime.timedelta(days=1)
RUNGS = ("owner", "agency", "superior")


class Calendar:
    def __init__(self):
        self.off, self.work = set(), set()
        for path in glob.glob(os.path.join(ROOT, "Content", "calendar", "*.yaml")):
            into = None
            for line in open(path, encoding="utf-8"):
                if re.match(r"(off|work):", line):
                    into = self.off if line.startswith("off") else self.work
                elif found := re.match(r"\s+- (\d{4}-\d\d-\d\d)", line):
                    into.add(datetime.date.fromisoformat(found[1]))

    def works(self, day):
        return day in self.work or (day.weekday() < 5 and day not in self.off)

    def workdays(self, start, end):
        """After `start`, up to and with `end`."""
        count = 0
        while start < end:
            start += DAY
            count += self.works(start)
        return count


def ladders():
    """Ladder by kind of duty; the standard one under None."""
    text = open(os.path.join(ROOT, "Content", "duties", "warnings.yaml"), encoding="utf-8").read()
    book = {}
    for part in re.split(r"\n  - key: ", text)[1:]:
        def listed(name):
            return [word.strip() for word in re.search(rf"\n    {name}: \[(.*)\]", part)[1].split(",") if word.strip()]
        ladder = {"warn": [int(days) for days in listed("warn")],
                  "late": {rung: int(re.search(rf"\n    {rung}: (\d+)", part)[1]) for rung in RUNGS}}
        for kind in listed("kinds") or [None]:
            book[kind] = ladder
    return book


def steps(kind, due, counted_to, today, book, calendar):
    """Of a duty that waits and whose clock runs."""
    ladder = book.get(kind, book[None])
    if today <= due:
        left = calendar.workdays(today, counted_to or due)
        reached = [days for days in ladder["warn"] if left <= days]
        return {f"warn-{min(reached)}"} if reached else set()
    passed = calendar.workdays(due, today)
    return {f"late-{rung}" for rung, after in ladder["late"].items() if after and passed >= after}
