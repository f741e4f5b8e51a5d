"""`python -m lint`: the command, for where it is not on the path."""

from lint.start import run

run()
