"""The shipped weights: a rule without any would never be shown, and nothing else would say so."""

from __future__ import annotations

import importlib
import pkgutil

import pytest

import checker.conflicts
import checker.facts
from checker.conflicts.fusion import weights


def rules() -> list[str]:
    """The names of all rules, from the modules that compare."""
    found = set()
    for package in (checker.facts, checker.conflicts):
        for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            found.add(getattr(importlib.import_module(module.name), "RULE", None))
    return sorted(found - {None})


def test_the_rules_are_found() -> None:
    assert {"quantity", "polarity", "wording", "nli", "penalty"} <= set(rules())


@pytest.mark.parametrize("rule", rules())
def test_every_rule_has_its_weights(rule: str) -> None:
    assert {f"rule {rule}", f"clearness {rule}"} <= weights().keys()


def test_no_weight_is_left_of_a_rule_that_is_gone() -> None:
    named = {row.split(" ", 1)[1] for row in weights() if row.startswith(("rule ", "clearness "))}
    assert named <= set(rules())
