"""Which room may import which: the table in docs/architecture.md, the manifest and every import line agree."""

import re
from dataclasses import dataclass

from tree import Complaint

PAGE = "docs/architecture.md"
MANIFEST = "Package.swift"

# Part of the platform; every room may use them.
PLATFORM = {"Foundation", "Glibc", "Dispatch", "Synchronization"}
NOTHING = {"", "—", "–", "-", "nothing", "none"}

ROW = re.compile(r"^\|(.*)\|\s*$")
NAME = re.compile(r"`(\w+)`")
ATTRIBUTE = r"(?:@\w+(?:\([^)]*\))?\s+)*"
LEVEL = r"(?:(?:public|package|internal|fileprivate|private)\s+)?"
KIND = r"(?:(?:struct|class|enum|protocol|func|var|let|typealias)\s+)?"
IMPORT = re.compile(rf"^[ \t]*{ATTRIBUTE}{LEVEL}import\s+{KIND}(\w+)", re.M)

PRODUCT = re.compile(r'let (\w+) = Target\.Dependency\.product\(name: "(\w+)"')
TARGET = re.compile(
    r'(?:\broom\(\s*|\.(?:executableTarget|target)\(\s*name:\s*)"(\w+)",\s*(?:dependencies:\s*)?\[(.*?)\]'
    r"(?:,\s*libraries:\s*\[(.*?)\])?", re.S)
DEPENDENCY = re.compile(r'"(\w+)"|\b([a-z]\w*)\b')


@dataclass(frozen=True)
class Row:
    line: int
    imports: tuple


def complaints(tree):
    rows = table(tree.text(PAGE))
    if not rows:
        return [Complaint(PAGE, 1, "has no table under the heading Rooms. Write one row per room.", "arrows")]
    targets = manifest(tree.text(MANIFEST))
    return table_faults(rows) + manifest_faults(rows, targets) + import_faults(tree, rows)


def table(page):
    """room → Row, in the order of the page. The first column names the room, the last what it may import."""
    rows, inside = {}, False
    for number, line in enumerate(page.splitlines(), 1):
        if line.startswith("## "):
            inside = line[3:].strip() == "Rooms"
        match = ROW.match(line)
        cells = [cell.strip() for cell in match.group(1).split("|")] if inside and match else []
        for name in NAME.findall(cells[0]) if cells else []:
            rows[name] = Row(number, tuple(allowed(cells[-1])))
    return rows


def allowed(cell):
    names = re.split(r"[,;，、]", re.sub(r"(?i)^may import:", "", cell))
    return [name for name in (name.strip(" `") for name in names) if name not in NOTHING]


def manifest(text):
    """target → the rooms and libraries that it depends on."""
    text = re.sub(r"^\s*//.*$", "", text, flags=re.M)
    products = dict(PRODUCT.findall(text))
    targets = {}
    for name, rooms, libraries in TARGET.findall(text):
        found = DEPENDENCY.findall(rooms + " " + libraries)
        targets[name] = {quoted or products.get(word, word) for quoted, word in found}
    return targets


def table_faults(rows):
    order = list(rows)
    faults = []
    for name, row in rows.items():
        for other in row.imports:
            if other in rows and order.index(other) >= order.index(name):
                faults.append(Complaint(
                    PAGE, row.line, f"{name} may not import {other}, which stands on the same or a later line. "
                    "Move what they share down, or turn the call round with an open question.", "arrows"))
    return faults


def manifest_faults(rows, targets):
    faults = []
    for name, row in rows.items():
        wanted = set(row.imports) - PLATFORM
        if name not in targets:
            faults.append(Complaint(PAGE, row.line, f"{name} is not a target. Add it to Package.swift.", "arrows"))
        elif targets[name] != wanted:
            listed = ", ".join(sorted(targets[name] ^ wanted))
            faults.append(Complaint(
                PAGE, row.line, f"{name}: this row and Package.swift differ in {listed}. Make them agree.", "arrows"))
    for name in targets:
        if name not in rows and not name.startswith("C") and name != "TestKit":
            faults.append(Complaint(MANIFEST, 1, f"{name} has no row in {PAGE}. Write one.", "arrows"))
    return faults


def import_faults(tree, rows):
    faults = []
    for file in tree.under("Sources", ".swift"):
        may = set(rows[file.room].imports) | PLATFORM if file.room in rows else set()
        for match in IMPORT.finditer(file.swift.code):
            if match.group(1) not in may:
                faults.append(file.complain(
                    "arrows", match.start(1), f"{file.room} may not import {match.group(1)}. "
                    f"Remove it, or decide the arrow in {PAGE} and Package.swift."))
    return faults
