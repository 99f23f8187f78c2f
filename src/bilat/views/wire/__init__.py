"""The shape of what leaves bilat as JSON: one Struct for each `to_dict`, with the same keys.

Nothing is encoded through these: `to_dict` of the rows is what is sent. They say what it is, so that the schemas of the
API and of the tools for language models are exact; the tests read every answer back into them. A field with a default
is left out where there is nothing to say.
"""
