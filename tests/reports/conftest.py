"""Fixtures of the report tests."""

from __future__ import annotations

import pytest

from checker.records import Report
from tests.reports.build import make_report
from tests.reports.ferry import ferry_report


@pytest.fixture
def ferry() -> Report:
    """The sample report: one of everything."""
    return ferry_report()


@pytest.fixture
def empty() -> Report:
    """A report of nothing."""
    return make_report()
