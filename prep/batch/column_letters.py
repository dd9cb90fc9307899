"""Names a column without a heading as spreadsheets do."""


def letters_of(place: int) -> str:
    """Return what a spreadsheet calls the column at a place: A is at 0, and AA at 26."""
    before, letter = divmod(place, 26)
    return (letters_of(before - 1) if before else "") + chr(ord("A") + letter)
