"""A tool that takes no argument it does not know, and says in one line what is wrong with the others."""

from typing import Any, cast

import msgspec
from mcp.server.mcpserver.exceptions import ToolError
from mcp.server.mcpserver.tools import Tool
from pydantic import ConfigDict, ValidationError

from bilat.model.fields import Json


class StrictTool(Tool):
    """A tool of the library whose complaint about arguments is one line that a model can act on."""

    async def run(self, arguments: dict[str, Any], context: Any, convert_result: bool = False) -> Any:
        """Runs the tool. Raises ToolError, as the library does."""
        try:
            return await super().run(arguments, context, convert_result)
        except ToolError as err:
            if not isinstance(err.__cause__, ValidationError):
                raise
            raise ToolError(f"{self.name}: {self._complaint(err.__cause__)}") from err.__cause__

    def _complaint(self, wrong: ValidationError) -> str:
        return "; ".join(
            f"{'.'.join(str(part) for part in found['loc'])}: {self._reason(found['type'], found['msg'])}"
            for found in wrong.errors(include_url=False, include_input=False)
        )

    def _reason(self, kind: str, message: str) -> str:
        if kind != "extra_forbidden":
            return message
        return f"no argument of this tool; there are {', '.join(self.parameters['properties']) or 'none'}"


def strict(tool: Tool, answers: Json) -> Tool:
    """The tool, refusing arguments it does not know: to leave out a filter that was misspelt would be to answer another
    question. `answers` is the schema of what it answers with."""
    known = tool.fn_metadata.arg_model

    class Arguments(known):
        model_config = ConfigDict(extra="forbid")

    tool.fn_metadata.arg_model = Arguments
    tool.fn_metadata.output_schema = answers
    tool.parameters = _short(Arguments.model_json_schema(by_alias=True))
    return tool


def schema_of(shape: type[Any]) -> Json:
    """The JSON schema of a shape, an object at its root as the protocol wants it."""
    schema = _short(msgspec.json.schema(shape), bare=True)
    root = cast("str", schema.pop("$ref")).removeprefix("#/$defs/")
    return {**schema["$defs"].pop(root), "$defs": schema["$defs"]}


def _short(schema: Any, *, bare: bool = False) -> Any:
    """The schema without titles, which repeat names; `bare` also without defaults and without words about anything but
    objects: it goes to a model's client with each list of tools."""
    match schema:
        case dict():
            known = cast("dict[str, Any]", schema)
            dropped = {"title"} | ({"default"} if bare else set[str]())
            if bare and "properties" not in known:
                dropped.add("description")
            return {
                key: _short(value, bare=bare)
                for key, value in known.items()
                if key not in dropped or (key != "default" and not isinstance(value, str))
            }
        case list():
            return [_short(each, bare=bare) for each in cast("list[Any]", schema)]
        case _:
            return schema
