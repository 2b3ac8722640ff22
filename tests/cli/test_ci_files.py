"""action.yml, .pre-commit-hooks.yaml and docs/ci.md do what they say: their commands are run."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.cli.conftest import Check

ROOT = Path(__file__).parents[2]
FAKE = """#!{python}
import sys
sys.path.insert(0, {root!r})
from checker import cli
from tests.reports.ferry import ferry_report
cli.run_check = lambda *_: ferry_report()
cli.main()
"""


def load(name: str) -> Any:
    """A YAML file of the project."""
    return yaml.safe_load((ROOT / name).read_text(encoding="utf-8"))


@pytest.mark.parametrize(("inputs", "code"), [({}, 1), ({"FAIL_ON": "never"}, 0), ({"STRICT": "true"}, 2)])
def test_the_action_ends_as_the_check_does(tmp_path: Path, inputs: dict[str, str], code: int) -> None:
    action = load("action.yml")
    step = action["runs"]["steps"][-1]
    names = {key: re.search(r"inputs\.([a-z-]+)", value)[1] for key, value in step["env"].items()}  # type: ignore[index]
    given = {key: action["inputs"][name].get("default", "news; touch owned") for key, name in names.items()}
    (tmp_path / "check").write_text(FAKE.format(python=sys.executable, root=str(ROOT)))
    (tmp_path / "check").chmod(0o755)
    (tmp_path / "news; touch owned").mkdir()
    files = {"GITHUB_OUTPUT": str(tmp_path / "output"), "GITHUB_STEP_SUMMARY": str(tmp_path / "summary")}
    path = f"{tmp_path}:{os.environ['PATH']}"
    ended = subprocess.run(
        ["bash", "-e", "-c", step["run"]],
        cwd=tmp_path,
        env=os.environ | given | files | inputs | {"PATH": path},
        capture_output=True,
        text=True,
    )
    assert ended.returncode == code, ended.stderr
    assert (tmp_path / "output").read_text() == f"exit-code={code}\n"
    assert (tmp_path / "summary").read_text().startswith("# 2 disagreements")
    assert "::error file=news; touch owned/a1.txt,line=3" in ended.stdout
    assert not (tmp_path / "owned").exists()


def test_the_hook_runs(check: Check) -> None:
    (hook,) = load(".pre-commit-hooks.yaml")
    assert hook["entry"] == "check"
    assert hook["pass_filenames"] is False
    assert check(*hook["args"][1:]).exit_code == 1


def test_every_command_in_the_docs_runs(check: Check) -> None:
    page = (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")
    commands = re.findall(r"^(?:.*run: |\d\. `)?check articles/ ([^`\n]*)", page, re.MULTILINE)
    assert len(commands) == 4
    check("--baseline", "articles-baseline.json", "--update-baseline")
    for command in commands:
        result = check(*shlex.split(command))
        assert result.exit_code in (0, 1), (command, result.stderr)


def test_the_workflow_in_the_docs_is_yaml() -> None:
    page = (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")
    blocks = re.findall(r"```yaml\n(.*?)```", page, re.DOTALL)
    assert [bool(yaml.safe_load(block)) for block in blocks] == [True, True, True]
