"""JUnit XML: agreements pass and what fails the run fails, so that a CI's tests and the exit code agree."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET

from checker.records import Disagreement, Report, Scope, SharedClaim
from checker.reports.context import Context
from checker.reports.index import ReportIndex, index_report
from checker.reports.printable import shorten
from checker.reports.rooted import rooted
from checker.reports.wording import SCOPE_TITLE, probability_words, voice_name

# what XML 1.0 can't hold, not even escaped
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def write_junit(report: Report, context: Context) -> str:
    """A suite per story, a case per disagreement and shared claim; what wasn't checked is a skipped case, with --strict
    an error."""
    index = index_report(report, context.known)
    root = ET.Element("testsuites", name="checker")
    for story in index.stories:
        suite = ET.SubElement(root, "testsuite", name=_xml(f"{story.id}: {story.title}"))
        for group in (g for g in index.groups if g.story_id == story.id):
            _disagreement(suite, index, group, context)
        for shared in index.shared(story.id):
            _shared(suite, index, shared, context)
        _count(suite)
    missed = [*report.not_checked, *(f"{row.file}: {row.reason}" for row in report.skipped)]
    if missed:
        suite = ET.SubElement(root, "testsuite", name="not checked")
        for text in missed:
            case = ET.SubElement(suite, "testcase", name=_xml(text), classname="not checked")
            # where the run ends with 2 for it, a CI's view of the tests must not be green
            ET.SubElement(case, "error" if report.settings.get("strict") else "skipped", message="not checked")
        _count(suite)
    for name in ("tests", "failures", "skipped", "errors"):
        root.set(name, str(sum(int(suite.get(name, "0")) for suite in root)))
    ET.indent(root, " ")
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ET.tostring(root, encoding="unicode") + "\n"


def _disagreement(suite: ET.Element, index: ReportIndex, group: Disagreement, context: Context) -> None:
    found = index.of_group(group)
    place = rooted(context.root, index.place(found[0].pair.left)) if found else ""
    name = f"{group.severity.value}: {group.item or group.kind} [{group.id}]"
    case = ET.SubElement(suite, "testcase", name=_xml(name), classname=_xml(SCOPE_TITLE[group.scope]))
    if place:
        case.set("file", _xml(place.rpartition(":")[0]))
    text = _xml(_details(index, group, context))
    if any(context.fails(conflict) for conflict in found):
        failure = ET.SubElement(case, "failure", type=group.severity.value, message=_xml(found[0].explanation))
        failure.text = text
    elif index.is_known(group) and group.scope is not Scope.DISPUTE:
        ET.SubElement(case, "skipped", message="known: in the baseline")
        ET.SubElement(case, "system-out").text = text
    else:
        ET.SubElement(case, "system-out").text = text


def _details(index: ReportIndex, group: Disagreement, context: Context) -> str:
    lines = [probability_words(group.probability)]
    for voiced in group.values:
        for claim in voiced.claims:
            place, who = rooted(context.root, index.place(claim)), voice_name(claim.source, claim.speaker, group.scope)
            lines.append(f"{place}: {who} says {voiced.value}")
            lines.append(f"  {' '.join(claim.sentence.split())}")
    return "\n".join(lines)


def _shared(suite: ET.Element, index: ReportIndex, shared: SharedClaim, context: Context) -> None:
    first = shared.claims[0]
    name = f"agree: {shorten(' '.join(first.sentence.split()), 90)} [{shared.id}]"
    case = ET.SubElement(suite, "testcase", name=_xml(name), classname="Agreements")
    case.set("file", _xml(rooted(context.root, index.article(first).path)))
    how = "independently" if shared.independent else "from one origin"
    sources = " and ".join(dict.fromkeys(claim.source for claim in shared.claims))
    ET.SubElement(case, "system-out").text = _xml(f"{sources} agree {how}")


def _count(suite: ET.Element) -> None:
    suite.set("tests", str(len(suite.findall("testcase"))))
    suite.set("failures", str(len(suite.findall("testcase/failure"))))
    suite.set("skipped", str(len(suite.findall("testcase/skipped"))))
    suite.set("errors", str(len(suite.findall("testcase/error"))))


def _xml(text: str) -> str:
    return _NOT_XML.sub("", text)
