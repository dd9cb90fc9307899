"""Makes PDFs one after the other, as a renderer does, and prints the most memory that it took, in MB."""

import resource
import sys

from prep.pack import Paper, PrintSize
from prep.pdf import render

PAGES = "<html lang=en><title>x</title>" + "<p>A line of words, {number}.</p>" * 200

for number in range(int(sys.argv[1])):
    render(PAGES.replace("{number}", str(number)), Paper.LETTER, PrintSize.STANDARD)
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)  # noqa: T201
