"""A whole plan by values alone; a build makes the same one in parts (`guide.build.drafting`)."""

from __future__ import annotations

from guide.model.guide import Cast
from guide.model.plan import Plan
from guide.model.sources import Sources
from guide.planning.deciding import Forced, Known, unforced
from guide.planning.planner import plan_each, plan_track


def make_plan(sources: Sources, cast: Cast, known: Known, *, forced: Forced = unforced) -> Plan:
    """Return what a build of all readable scripts would do."""
    return plan_each(sources, known, lambda script: plan_track(script, sources, cast, known), forced=forced)
