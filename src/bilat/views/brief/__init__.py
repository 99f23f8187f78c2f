"""The brief: what a record tells of two countries in a period, in sentences that each cite their quotations.

`compose` makes a `Brief` of sections, entries, sentences and notes out of the record's answers; `markdown`, `html` and
`word` write it down. Nothing here asks a clock or knows more than the record and the packs.
"""
