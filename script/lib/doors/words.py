"""ASCII punctuation between Han characters: users read full-width marks.

A `Lexicon("…")` lists what other people's texts may hold, ASCII marks too, so it is left alone. Where else the mark is
syntax (a sample of CSV), a comment on that line or the line above says so: `doors allow punctuation: why`.
"""

import re

from swift_text import HOLE

HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
FULL_WIDTH = {",": "，", ";": "；", ":": "：", "(": "（", ")": "）", "!": "！", "?": "？"}
MARKS = re.escape("".join(FULL_WIDTH))

# In a literal an interpolation beside a Han character reads as Chinese too, and a space after the mark belongs to it.
IN_LITERAL = re.compile(rf"(?:(?<=[{HAN}])[{MARKS}] ?(?=[{HAN}{HOLE}])|(?<={HOLE})[{MARKS}] ?(?=[{HAN}]))")

# In content a space after the mark makes it syntax of the format.
IN_CONTENT = re.compile(rf"(?<=[{HAN}])[{MARKS}](?=[{HAN}])")
LEXICON = re.compile(r'\bLexicon\(\s*#*"+\s*$')
ALLOWED = re.compile(r"doors allow punctuation: \S")


def complaints(tree):
    return [
        file.complain("punctuation", offset,
                      f"“{found.strip()}” between Han characters. Write “{FULL_WIDTH[found.strip()]}”, or run script/format.")
        for file in tree.under("Sources", ".swift") + tree.under("Content") for offset, found in marks(file)
    ]


def marks(file):
    """Where such marks stand, with what stands there (a mark, and in literals the space after it)."""
    if file.path.endswith(".swift"):
        places = [(literal.offset + match.start(), match.group())
                  for literal in file.swift.literals if not in_lexicon(file, literal)
                  for match in IN_LITERAL.finditer(literal.text)]
    else:
        places = [(match.start(), match.group()) for match in IN_CONTENT.finditer(file.text)
                  if not (file.path.endswith(".csv") and match.group() == ",")]
    return [place for place in sorted(places) if not allowed(file, place[0])]


def in_lexicon(file, literal):
    return bool(LEXICON.search(file.swift.code, max(0, literal.offset - 80), literal.offset))


def allowed(file, offset):
    line_start = file.text.rfind("\n", 0, offset) + 1
    above = file.text.rfind("\n", 0, max(line_start - 1, 0)) + 1
    line_end = file.text.find("\n", offset)
    return bool(ALLOWED.search(file.text, above, len(file.text) if line_end < 0 else line_end))


def mended(file):
    """The text with every such mark in full width."""
    text = file.text
    for offset, found in reversed(marks(file)):
        text = text[:offset] + FULL_WIDTH[found.strip()] + text[offset + len(found):]
    return text
