"""Multipart bodies that no browser makes."""

from fuzz import files
from fuzz.compose import BOUNDARY, parted


def spoil(draft):
    draft.random.choice(KINDS)(draft)


def no_end(draft):
    draft.body = parted(draft.fields, draft.files).removesuffix(b"--\r\n")


def cut(draft):
    body = parted(draft.fields, draft.files)
    draft.body = body[:draft.random.randrange(len(body))]


def bare_lines(draft):
    draft.body = parted(draft.fields, draft.files).replace(b"\r\n", b"\n")


def spoilt(draft):
    draft.body = files.spoilt(draft.random, parted(draft.fields, draft.files))


def around(draft):
    """Words before the first and after the last boundary, which are to be passed over."""
    body = parted(draft.fields, draft.files)
    draft.body = b"preamble\r\n" * draft.random.choice((1, 9000)) + body + b"epilogue" * 500


def nested(draft):
    inside = parted(draft.fields, draft.files, b"inner")
    draft.body = (b"--" + BOUNDARY + b'\r\nContent-Disposition: form-data; name="files"\r\n'
                  + b"Content-Type: multipart/mixed; boundary=inner\r\n\r\n"
                  + inside + b"\r\n--" + BOUNDARY + b"--\r\n")


def other_boundary(draft):
    draft.body = parted(draft.fields, draft.files, draft.random.choice((b"other", BOUNDARY + b"x", BOUNDARY[:-1], b"")))


def no_disposition(draft):
    draft.body = parted(draft.fields, draft.files).replace(b"Content-Disposition",
                                                           draft.random.choice((b"X", b"content-DISPOSITION", b"")))


def no_name(draft):
    draft.body = parted(draft.fields, draft.files).replace(b"; name=", draft.random.choice((b";name=",
                                                                                            b"; name*=utf-8''",
                                                                                            b"; name", b"; x=")))


def long_headers(draft):
    line = b"\r\nX-Long: " + b"x" * draft.random.choice((100, 16_000, 17_000, 300_000)) + b"\r\n\r\n"
    draft.body = parted(draft.fields, draft.files).replace(b"\r\n\r\n", line, 1)


def many_parts(draft):
    draft.body = parted([(b"a", b"1")] * draft.random.choice((4999, 5001, 20_000)) + draft.fields, draft.files)


def text_as_file(draft):
    draft.files += [(name, b"x.txt", value) for name, value in draft.fields]
    draft.fields = []


def file_as_text(draft):
    draft.fields += [(field, content) for field, _, content in draft.files]
    draft.files = []


KINDS = [no_end, cut, bare_lines, spoilt, around, nested, other_boundary, no_disposition, no_name, long_headers,
         many_parts, text_as_file, file_as_text]
