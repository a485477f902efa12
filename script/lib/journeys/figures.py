"""The figures of a campaign's page, and whether the lists behind them hold as many records."""

import re
from decimal import Decimal

from journeys.visitor import Complaint

COUNT = re.compile(r"(\d+) (?:条|户|次|件|家|个|项)")


class Figure:
    def __init__(self, name, number, link):
        self.name, self.number, self.link = name, number, link


def read(visitor):
    """Name → figure; parts are named `线索/办理中`. Money is in yuan."""
    found = {}
    for block in visitor.page.locator("dl.stats > div").all():
        title = block.locator("dt").inner_text().strip()
        unit = 10000 if "万元" in block.locator("dd").first.inner_text() else 1
        for place, row in enumerate(block.locator("dd").all()):
            names = [title] if place == 0 else [f"{title}/{name}" for name in part_names(row.inner_text())]
            for name, link in zip(names, row.locator("a.fig").all(), strict=True):
                found[name] = Figure(name, number(link.inner_text()) * unit, link.get_attribute("href"))
    return found


def part_names(text):
    """`待受理 0 + 办理中 4` → 待受理, 办理中."""
    return [part.split()[0] for part in text.split("+")]


def number(text):
    return Decimal(text.replace(",", ""))


def changes(before, after):
    return {name: after[name].number - before[name].number for name in after
            if after[name].number != before[name].number}


def open_all(visitor, figures):
    """Every figure's list counts what the figure says."""
    for figure in figures.values():
        visitor.open(figure.link)
        counted = money(visitor, figure.name) if figure.name.startswith("罚没款") else count(visitor)
        if counted != figure.number:
            raise Complaint(f"{figure.name} is {figure.number}, but {figure.link} counts {counted}")


def open_coverage(visitor, campaign):
    """The table of coverage: each of its figures and the list behind it."""
    visitor.open(campaign)
    links = [(link.inner_text(), link.get_attribute("href")) for link in visitor.page.locator("#coverage a.fig").all()]
    for shown, link in links:
        visitor.open(link)
        counted = owed(visitor) if "/coverage" in link else count(visitor)
        if counted != number(shown):
            raise Complaint(f"coverage says {shown}, but {link} counts {counted}")
    return len(links)


def count(visitor):
    """What the caption of a list counts; a list without records has a word instead of a table."""
    caption = visitor.page.locator("main caption")
    if caption.count() == 0:
        visitor.must(visitor.page.locator("main .empty").count() == 1, "neither a list nor a word that it is empty")
        return 0
    return int(COUNT.search(caption.first.inner_text()).group(1))


def owed(visitor):
    return int(re.search(r"欠 (\d+) 户", visitor.text).group(1))


def money(visitor, name):
    """The sum that the head of the list of cases tells."""
    word = {"罚没款": "罚没款", "罚没款/已缴": "已缴", "罚没款/未缴": "未缴"}[name]
    found = re.search(rf"{word} ([\d,.]+) 元", visitor.page.locator(".head .meta").inner_text())
    return number(found.group(1)) if found else Decimal(0)
