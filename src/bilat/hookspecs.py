"""Every extension point: one signature and what it promises.

A plugin is a module (or object) with functions of these names marked by `bilat.hookspecs.hookimpl`; an installed
package offers it through the entry-point group `bilat`. The types returned are named in docs/plugins.md;
`bilat.plugins` checks them, as this file may not import the layers that define them.
"""

from collections.abc import Sequence

import pluggy

hookspec = pluggy.HookspecMarker("bilat")
hookimpl = pluggy.HookimplMarker("bilat")


@hookspec
def bilat_readers() -> Sequence[object]:
    """Readers (`bilat.readers.Reader`), one for each form of input that the plugin can read."""
    raise NotImplementedError


@hookspec
def bilat_languages(packs: object) -> Sequence[object]:
    """Languages (`bilat.lang.base.Language`) that the plugin reads closely, made with `packs` (`bilat.packs.Packs`)."""
    raise NotImplementedError


@hookspec
def bilat_exports() -> Sequence[object]:
    """Exports (`bilat.exports.Export`), one for each format that a record can be written in."""
    raise NotImplementedError


@hookspec
def bilat_engines() -> Sequence[object]:
    """Engines (`bilat.engines.Engine`), one for each way to do many tasks at once."""
    raise NotImplementedError
