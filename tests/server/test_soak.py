"""Hundreds of requests of all kinds leave the server as it was: no memory, open file or temporary file is added.

`make bench` does the same with thousands.
"""

import pytest

from tests.bench.soak import soak

pytestmark = pytest.mark.faults


def test_hundreds_of_requests_leave_memory_and_open_files_as_they_were_and_no_file():
    soaked = soak(200, 600)
    assert not soaked.wrong
    assert soaked.left == set()
    assert soaked.after.keys() == soaked.before.keys()
    for name, before in soaked.before.items():
        after = soaked.after[name]
        assert after.processes == before.processes
        assert after.files <= before.files, name
        assert after.megabytes < 1.15 * before.megabytes, name
