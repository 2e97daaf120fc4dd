"""Hypothesis profiles, the switch that rewrites golden files, and this tree in front of any installed newsparse."""

import os
import sys
from pathlib import Path

from hypothesis import HealthCheck, settings

sys.path.insert(0, str(Path(__file__).parent.parent))

from newsparse.testing import pytest_addoption  # noqa: F401  the switch --update-golden

SLOW = (HealthCheck.too_slow, HealthCheck.data_too_large)
settings.register_profile("default", max_examples=25, deadline=None, suppress_health_check=SLOW)
settings.register_profile("ci", max_examples=150, deadline=None, suppress_health_check=SLOW)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE") or ("ci" if os.environ.get("CI") == "true" else "default"))
