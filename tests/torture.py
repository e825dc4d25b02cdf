"""The table that `make torture` ends with: what was provoked, how often, and what became of it."""

import os
from collections import Counter
from dataclasses import dataclass, field

import pytest


@dataclass
class Line:
    """One test, over all its parameters; a case is a round, an image or an event of it."""

    cases: int = 0
    outcomes: Counter[str] = field(default_factory=Counter)
    seconds: float = 0.0

    def add(self, report: pytest.TestReport) -> None:
        """Count one phase of the test."""
        self.seconds += report.duration
        if report.when == "call" or report.outcome != "passed":
            self.outcomes["not run" if report.skipped else report.outcome] += 1
            self.cases += int(str(dict(report.user_properties).get("cases", 1)))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print the table as Markdown."""
    if not os.environ.get("ANNOTATOR_TORTURE"):
        return
    lines: dict[str, Line] = {}
    for outcome in ("passed", "failed", "skipped", "error"):
        for report in terminalreporter.getreports(outcome):
            file, _, name = report.nodeid.partition("::")
            if isinstance(report, pytest.TestReport) and "/faults/" in f"/{file}":
                test = name.partition("[")[0].removeprefix("test_").replace("_", " ")
                lines.setdefault(test, Line()).add(report)
    terminalreporter.section("torture")
    terminalreporter.write_line("| what | cases | outcome | seconds |")
    terminalreporter.write_line("|---|---:|---|---:|")
    for test, line in lines.items():
        outcome = ", ".join(f"{n} {what}" for what, n in line.outcomes.items())
        terminalreporter.write_line(f"| {test} | {line.cases:,} | {outcome} | {line.seconds:.0f} |")
