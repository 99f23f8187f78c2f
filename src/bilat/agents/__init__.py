"""The record for language models: tools over the Model Context Protocol, read-only. docs/mcp.md."""
