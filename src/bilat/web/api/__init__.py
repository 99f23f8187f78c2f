"""The API: the nouns of the record as JSON, JSON Lines and CSV. docs/api.md tells how to ask.

`catalogue` lists what can be asked; `params` checks a question, `answers` answers it, `openapi` describes it all.
"""
