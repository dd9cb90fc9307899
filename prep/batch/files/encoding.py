"""Tells how the letters of a text file are written, by its first bytes: not every program marks it."""

MARKS = (
    (b"\xff\xfe\0\0", "utf-32"),
    (b"\0\0\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
"""How a file begins that says so itself. The longer ones come first, as they begin like others."""

UTF_8 = "utf-8-sig"


def encoding_of(start: bytes) -> str:
    """Return the encoding of a file that begins so. Without a mark, every other byte of UTF-16's letters is nought."""
    for mark, encoding in MARKS:
        if start.startswith(mark):
            return encoding
    even, odd = start[::2].count(0), start[1::2].count(0)
    if max(even, odd) * 4 > len(start) and min(even, odd) * 10 <= max(even, odd):
        return "utf-16-le" if odd > even else "utf-16-be"
    return UTF_8
