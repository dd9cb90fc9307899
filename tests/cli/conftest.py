import pytest
from click.testing import CliRunner

from prep.cli.main import main


@pytest.fixture
def prep():
    def run(*arguments, **environment):
        return CliRunner().invoke(main, [str(argument) for argument in arguments], env=environment)

    return run
