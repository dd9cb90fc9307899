"""Where Chromium is, and the switches that tests start it with."""

CHROMIUM = "/usr/bin/chromium"
SWITCHES = [
    "--no-sandbox",  # CI is root in a container of its own
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]
