"""Files that nobody can take in at once. `script/lib/long-files.txt` names the few that must be long, with the reason."""

from tree import Complaint

MOST = 400
LIST = "script/lib/long-files.txt"
KINDS = (".swift", ".py", ".sh", ".css")


def complaints(tree):
    allowed = listed(tree.text(LIST))
    faults = [Complaint(LIST, line, f"{path} {problem}", "length") for path, line, problem in idle(tree, allowed)]
    for file in tree.files.values():
        code = file.path.endswith(KINDS) or file.path.startswith("script/") and "." not in file.name
        lines = file.text.count("\n")
        if code and lines > MOST and file.path not in allowed:
            faults.append(file.complain(
                "length", 0, f"{lines} lines, and {MOST} is the most. Split it by what it does, or list it in {LIST}."))
    return faults


def listed(text):
    """path → line of the list. Each line: path, a blank, the reason."""
    rows = enumerate(text.splitlines(), 1)
    return {row.split()[0]: (number, row) for number, row in rows if row.strip() and not row.startswith("#")}


def idle(tree, allowed):
    for path, (line, row) in allowed.items():
        if len(row.split(None, 1)) < 2:
            yield path, line, "has no reason. Write it after the path."
        elif path not in tree.files or tree.files[path].text.count("\n") <= MOST:
            yield path, line, "is not long. Take it off the list."
