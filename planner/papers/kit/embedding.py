"""A font embedded so that its text can be copied and searched; imported when a font is first read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from reportlab.pdfbase.ttfonts import SUBSETN, TTFont

# "No more than 100 entries" stand in one bfchar section (Adobe Technical Note 5411).
_SECTION = 100


class CopyableFont(TTFont):  # type: ignore[misc]  # the library has no types
    """reportlab's TrueType font with a right table from its codes back to characters.

    reportlab writes a character beyond U+FFFF with five digits, so that the 𠮷 of 𠮷野 is copied as another
    character, and it writes up to 256 entries where readers expect sections of 100.
    """

    def addObjects(self, doc: Any) -> None:
        """Add the font's objects to the document; called by reportlab when it is saved."""
        subsets = [list(subset) for subset in self.state[doc].subsets]
        super().addObjects(doc)
        for number, subset in enumerate(subsets):
            name = b"".join((SUBSETN(number), b"+", self.face.name, self.face.subfontNameX)).decode("pdfdoc")
            doc.idToObject[f"toUnicodeCMap:{name}"].content = "\n".join(_table(name, subset))


def _table(name: str, subset: Sequence[int]) -> Iterator[str]:
    """Give the CMap that leads from each code of the subset to its character in UTF-16."""
    yield "/CIDInit /ProcSet findresource begin"
    yield "12 dict begin"
    yield "begincmap"
    yield f"/CIDSystemInfo << /Registry ({name}) /Ordering ({name}) /Supplement 0 >> def"
    yield f"/CMapName /{name} def"
    yield "/CMapType 2 def"
    yield "1 begincodespacerange"
    yield f"<00> <{len(subset) - 1:02X}>"
    yield "endcodespacerange"
    for start in range(0, len(subset), _SECTION):
        section = subset[start : start + _SECTION]
        yield f"{len(section)} beginbfchar"
        for code, character in enumerate(section, start):
            yield f"<{code:02X}> <{chr(character).encode('utf-16-be').hex().upper()}>"
        yield "endbfchar"
    yield "endcmap"
    yield "CMapName currentdict /CMap defineresource pop"
    yield "end"
    yield "end"
