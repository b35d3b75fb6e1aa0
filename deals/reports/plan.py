"""Plans the load of a checked report: reads the database, writes nothing, and gives a readable diff."""

from deals.actions.load import LoadBatch
from deals.models import ReportLoad, Source
from deals.reports.check import CheckedReport
from deals.reports.planning.desk import read_desk
from deals.reports.planning.diff import Plan
from deals.reports.planning.merge import merge_claims
from deals.reports.planning.records import plan_records
from deals.reports.planning.retraction import retract_claims
from deals.reports.planning.source import new_source, plan_source
from deals.reports.planning.workbench import Workbench
from deals.reports.problems import ProblemList


def plan_report(checked: CheckedReport, *, accept: bool = False) -> Plan:
    """What loading this report would do, with `accept` giving verdicts too.

    Raises `ReportProblems` with all that the database has against the file.
    """
    block = checked.report.source
    source = Source.objects.filter(slug=block.id).first()
    if source is not None and _was_applied_last(source, checked, accept=accept):
        return Plan(block.id)
    batch = LoadBatch(source=source or new_source(block), content_hash=checked.content_hash, accepted=accept)
    bench = Workbench(
        checked=checked,
        desk=read_desk(checked, source),
        batch=batch,
        plan=Plan(block.id, batch),
        problems=ProblemList(checked.file),
    )
    plan_source(bench)
    plan_records(bench)
    bench.problems.raise_if_any()
    retract_claims(bench, merge_claims(bench))
    return bench.plan


def _was_applied_last(source: Source, checked: CheckedReport, *, accept: bool) -> bool:
    """Whether exactly this was loaded last, and with verdicts if they are wanted."""
    load = ReportLoad.objects.filter(source=source).order_by("loaded_at", "pk").last()
    return load is not None and load.content_hash == checked.content_hash and (load.accepted or not accept)
