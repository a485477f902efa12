"""What script/embed writes and script/doors compares: the C files that carry Content/ and Static/."""

import os

FOLDERS = ("Content", "Static")
SOURCE = "Sources/CEmbedded/embedded.c"
HEADER = "Sources/CEmbedded/include/embedded.h"

HEADER_TEXT = """\
// Written by script/embed. The files of Content/ and Static/, in the order of their paths.
#pragma once

unsigned long qy_embedded_count(void);

// Each gives null, or 0, for an index that is not below the count.
const char *qy_embedded_path(unsigned long index);
const unsigned char *qy_embedded_bytes(unsigned long index);
unsigned long qy_embedded_size(unsigned long index);
"""

SOURCE_HEAD = """\
// Written by script/embed.
#include "embedded.h"
"""

# The byte after the last keeps an empty file from being an empty array, which C does not have.
ARRAY = """
static const unsigned char file_{number}[] = {{
#embed "../../{path}" suffix(, 0) if_empty(0)
}};
"""

TABLE_HEAD = """
static const struct {
  const char *path;
  const unsigned char *bytes;
  unsigned long size;
} files[] = {
"""

SOURCE_TAIL = """\
  {0, 0, 0},
};

static const unsigned long count = sizeof files / sizeof files[0] - 1;

unsigned long qy_embedded_count(void) { return count; }
const char *qy_embedded_path(unsigned long index) { return index < count ? files[index].path : 0; }
const unsigned char *qy_embedded_bytes(unsigned long index) { return index < count ? files[index].bytes : 0; }
unsigned long qy_embedded_size(unsigned long index) { return index < count ? files[index].size : 0; }
"""


def paths(root):
    """Every file of the folders, `/` between names. Hidden files and an editor's leavings are not content."""
    found = []
    for top in FOLDERS:
        for folder, folders, names in os.walk(os.path.join(root, top)):
            folders[:] = [name for name in folders if not name.startswith(".")]
            for name in names:
                if not name.startswith(".") and not name.endswith("~"):
                    found.append(os.path.relpath(os.path.join(folder, name), root))
    return sorted(found)


def source(root):
    listed = paths(root)
    arrays = "".join(ARRAY.format(number=number, path=path) for number, path in enumerate(listed))
    rows = "".join(f'  {{"{path}", file_{number}, sizeof file_{number} - 1}},\n' for number, path in enumerate(listed))
    return SOURCE_HEAD + arrays + TABLE_HEAD + rows + SOURCE_TAIL


def stale(root):
    """The files that differ from what they should be, with what they should be."""
    wanted = {SOURCE: source(root), HEADER: HEADER_TEXT}
    return {path: text for path, text in wanted.items() if read(os.path.join(root, path)) != text}


def read(path):
    try:
        with open(path, encoding="utf-8") as file:
            return file.read()
    except FileNotFoundError:
        return None
