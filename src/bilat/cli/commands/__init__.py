"""One command a file; each file holds a click command named `command` and loads what is heavy when it runs."""
