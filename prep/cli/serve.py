"""`prep serve`: starts the web server."""

import logging
import sys

import click

from prep.app import create_app
from prep.cli.common import open_bank, open_served_clinics, read_settings
from prep.pdf.pool import PdfPool
from prep.server import gunicorn, metrics
from prep.server.reload import reloader


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option("--port", default=8000, show_default=True, type=click.IntRange(1, 65535), help="Port to listen on.")
def serve(host: str, port: int) -> None:
    """Serve the web site until Ctrl-C."""
    logging.basicConfig(format="%(message)s", stream=sys.stdout)
    logging.getLogger("prep").setLevel(logging.INFO)
    chosen = read_settings()
    bank = open_bank(chosen.bank)
    gunicorn.keep_files_in_memory()
    pool = PdfPool(-(-chosen.renderers // chosen.workers))
    app = create_app(chosen, bank, clinics=open_served_clinics(chosen, bank), render=pool.render)
    try:
        with metrics.metrics_server(app, chosen.metrics):
            options = gunicorn.ServerOptions(host, port, chosen.workers)
            gunicorn.serve(app, pool, options, click.echo, reloader(app, chosen))
    except metrics.MetricsError as error:
        raise click.ClickException(str(error)) from error
