"""Every error bilat raises on purpose.

BilatError
├── ReadError        an input cannot be read: bytes, form or encoding
├── PackError        a pack breaks its schema: file and line are named
├── EvidenceError    a quotation does not stand at its offsets
├── StoreError       a record file is damaged, locked, newer than this version, or its disk is full
├── LimitError       a question takes longer than it may
├── UsageError       a request makes no sense: unknown id, unknown form, a date that is none
└── PluginError      a plugin does not keep its contract
"""


class BilatError(Exception):
    """Root of all errors raised on purpose; its text is one line for a person."""


class ReadError(BilatError):
    """An input cannot be read; the text names the reason, the caller knows the file."""


class PackError(BilatError):
    """A pack breaks its schema; the text starts with file and line."""


class EvidenceError(BilatError):
    """A quotation does not stand at its offsets, or is empty."""


class StoreError(BilatError):
    """A record file cannot be opened, read or written as it should."""


class LimitError(BilatError):
    """A question was given up because it takes longer than `Record.limited` allows."""


class UsageError(BilatError):
    """A request makes no sense; exit code 2."""


class PluginError(BilatError):
    """A plugin does not keep its contract."""
