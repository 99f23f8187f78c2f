"""Feeds that are followed: new articles → the archive → the record → a word to those who asked for it.

Everything that asks the time, waits or opens a connection is handed in (`Clock`, `Client`): a test needs none of it.
"""

from bilat.watch.flow import watch
from bilat.watch.happening import Clock, Happening
from bilat.watch.settings import Settings, load

__all__ = ["Clock", "Happening", "Settings", "load", "watch"]
