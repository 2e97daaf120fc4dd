"""Ends the process that imports it, if that lets it."""

import sys

sys.exit(7)
