"""Swift source taken apart as far as the rules need it: code here, literals there, comments away.

Everything keeps its offset, so that a finding has its line and `script/format` can mend in place.
"""

import re
from dataclasses import dataclass

HOLE = "\ufffc"  # stands for every character of an interpolation within a literal

IN_CODE = re.compile(r'//[^\n]*|/\*|#*"""|#*"|[()]')
COMMENT_EDGE = re.compile(r"/\*|\*/")


@dataclass(frozen=True)
class Literal:
    offset: int  # of the first character after the opening quotes
    text: str  # as written, with HOLE in place of interpolations


class Swift:
    """`code` is the source with comments and the text of literals blanked; code within interpolations stays."""

    def __init__(self, text):
        self.source = text
        self.literals = []
        self._blanks = []
        self._code(0, nested=False)
        self.code = self._blanked(text, self._blanks)

    def _code(self, start, nested):
        """Scans code from `start`; within an interpolation, up to the bracket that closes it."""
        depth, at = 0, start
        while match := IN_CODE.search(self.source, at):
            token, at = match.group(), match.end()
            if token == "(":
                depth += 1
            elif token == ")":
                if nested and depth == 0:
                    return at
                depth -= 1
            elif token.startswith("//"):
                self._blanks.append(match.span())
            elif token == "/*":
                at = self._comment(at)
                self._blanks.append((match.start(), at))
            else:
                at = self._literal(at, token)
        return len(self.source)

    def _comment(self, at):
        depth = 1
        while depth and (edge := COMMENT_EDGE.search(self.source, at)):
            depth += 1 if edge.group() == "/*" else -1
            at = edge.end()
        return at if depth == 0 else len(self.source)

    def _literal(self, start, opening):
        hashes = "#" * opening.count("#")
        closing = re.escape(opening.replace("#", "") + hashes)
        end_of_line = "" if '"""' in opening else r"|(?P<cut>\n)"
        edge = re.compile(rf"(?P<hole>\\{hashes}\()|\\{hashes}.|(?P<end>{closing}){end_of_line}", re.S)
        parts, at, written = [], start, start
        while match := edge.search(self.source, at):
            at = match.end()
            if match.group("hole"):
                parts.append(self.source[written:match.start()])
                at = self._code(at, nested=True)
                parts.append(HOLE * (at - match.start()))
                self._blanks.append((written, match.start()))
                written = at
            elif match.group("end") or match.groupdict().get("cut"):
                return self._close(start, parts, written, match.start(), at)
        return self._close(start, parts, written, len(self.source), len(self.source))

    def _close(self, start, parts, written, end, after):
        self._blanks.append((written, end))
        self.literals.append(Literal(start, "".join(parts) + self.source[written:end]))
        return after

    @staticmethod
    def _blanked(text, spans):
        parts, at = [], 0
        for start, end in sorted(spans):
            if start >= at:
                parts += [text[at:start], re.sub(r"[^\n]", " ", text[start:end])]
                at = end
        return "".join(parts) + text[at:]
