"""The files that the rules look at, and what a rule says about them."""

import os
from dataclasses import dataclass, field
from functools import cached_property

from swift_text import Swift

TOPS = ("Sources", "Tests", "Content", "Static", "script", ".ci", "docs/architecture.md", "Package.swift")
TEXT = (".swift", ".yaml", ".yml", ".md", ".txt", ".csv", ".json", ".css", ".svg", ".js", ".py", ".sh", ".c", ".h", "")


@dataclass(frozen=True, order=True)
class Complaint:
    path: str
    line: int
    text: str
    rule: str = field(compare=False)

    def __str__(self):
        return f"{self.path}:{self.line}: {self.text} [{self.rule}]"


class File:
    def __init__(self, path, text):
        self.path = path
        self.text = text
        self.name = path.rpartition("/")[2]
        self.room = path.split("/")[1] if path.startswith("Sources/") else None

    @cached_property
    def swift(self):
        return Swift(self.text)

    def line(self, offset):
        return self.text.count("\n", 0, offset) + 1

    def complain(self, rule, offset, text):
        return Complaint(self.path, self.line(offset), text, rule)


class Tree:
    """Read once. `with_file` gives a copy in which one file is other, which is how the self-test plants a fault."""

    def __init__(self, root, files):
        self.root = root
        self.files = files

    @staticmethod
    def read(root):
        files = {}
        for path in sorted(walk(root)):
            with open(os.path.join(root, path), encoding="utf-8", errors="replace") as file:
                files[path] = File(path, file.read())
        return Tree(root, files)

    def with_file(self, path, text):
        return Tree(self.root, {**self.files, path: File(path, text)})

    def text(self, path):
        return self.files[path].text if path in self.files else ""

    def under(self, top, suffix=""):
        return [file for path, file in self.files.items() if path.startswith(top + "/") and path.endswith(suffix)]


def walk(root):
    for top in TOPS:
        if os.path.isfile(os.path.join(root, top)):
            yield top
        for folder, folders, names in os.walk(os.path.join(root, top)):
            folders[:] = [name for name in folders if name != "__pycache__" and not name.startswith(".")]
            for name in names:
                if os.path.splitext(name)[1] in TEXT and not name.startswith("."):
                    yield os.path.relpath(os.path.join(folder, name), root)
