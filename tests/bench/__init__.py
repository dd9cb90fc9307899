"""Measurements. They compare within one run, so they hold on any machine: `make bench` prints them and renews the
README's table. None is a test: a busy machine must not fail one."""
