"""The C files that carry Content/ and Static/ are what script/embed would write now."""

import embedding
from tree import Complaint


def complaints(tree):
    wanted = {embedding.SOURCE: embedding.source(tree.root), embedding.HEADER: embedding.HEADER_TEXT}
    return [
        Complaint(path, 1, "is behind Content/ and Static/. Run script/embed.", "embedded")
        for path, text in wanted.items() if tree.text(path) != text
    ]
