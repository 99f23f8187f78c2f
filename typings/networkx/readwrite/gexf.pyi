# What bilat uses of networkx's GEXF.
from typing import BinaryIO
from xml.etree.ElementTree import Element

from networkx import Graph

class GEXFWriter:
    xml: Element
    def __init__(self, *, encoding: str = "utf-8", prettyprint: bool = True, version: str = "1.2draft") -> None: ...
    def add_graph(self, graph: Graph) -> None: ...
    def write(self, fh: BinaryIO) -> None: ...
