"""Where work is done: in processes of this machine, or on a cluster. Each engine is an `Engine`, offered by the hook
`bilat_engines`; none of them knows what the work is, and the result is the same on each."""

from bilat.engines.base import Crew, Engine, Job, Ready
from bilat.engines.local import Local
from bilat.engines.on_ray import OnRay
from bilat.hookspecs import hookimpl

__all__ = ["Crew", "Engine", "Job", "Ready", "bilat_engines"]


@hookimpl
def bilat_engines() -> list[Engine]:
    """All that is built in."""
    return [Local(), OnRay()]
