"""`prep serve`: starts the web server."""

import logging
import sys

import click

from prep.app import create_app
from prep.cli.common import open_bank, open_served_clinics, read_settings
from prep.pdf.service import PdfService
from prep.process_limits import allow_many_files, keep_files_in_memory, keep_memory_private
from prep.server import gunicorn, metrics
from prep.server.reload import reloader

LOOPBACK = {"127.0.0.1", "::1", "localhost"}
EXPOSED = (
    "Other machines can reach this address. A proxy belongs in front: it brings https and limits for each address."
    " See .setup/deploy/README.md."
)


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option("--port", default=8000, show_default=True, type=click.IntRange(1, 65535), help="Port to listen on.")
def serve(host: str, port: int) -> None:
    """Serve the web site until Ctrl-C."""
    logging.basicConfig(format="%(message)s", stream=sys.stdout)
    logging.getLogger("prep").setLevel(logging.INFO)
    keep_memory_private()
    allow_many_files()
    chosen = read_settings()
    bank = open_bank(chosen.bank)
    keep_files_in_memory()
    pdf = PdfService(chosen.renderers)
    app = create_app(chosen, bank, clinics=open_served_clinics(chosen, bank), pdf=pdf)
    options = gunicorn.ServerOptions(host, port, chosen.workers, (chosen.base_url or "").startswith("https:"))
    if host not in LOOPBACK:
        click.echo(EXPOSED, err=True)
    try:
        with metrics.metrics_server(app, chosen.metrics):
            gunicorn.serve(app, pdf, options, click.echo, reloader(app, chosen))
    except metrics.MetricsError as error:
        raise click.ClickException(str(error)) from error
