"""Makes the PDF of finished pages. The same pages and the same particulars give the same bytes."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import groupby
from typing import Any

from planner import PROGRAM_NAME, __version__
from planner.language.kana import has_japanese
from planner.papers.kit.fonts import PRESS_LOCK, face
from planner.papers.kit.glyphs import MissingGlyph, MissingGlyphsError, missing_glyphs, with_geta
from planner.papers.kit.icons import STROKE, UNITS, strokes
from planner.papers.kit.marks import Bookmark, Disc, Icon, Mark, Patch, Picture, Rule, Squares, Words
from planner.papers.kit.pages import Page


@dataclass(frozen=True, slots=True)
class Particulars:
    """What the PDF says about itself: `language` as a BCP 47 tag, `printed` as D:YYYYMMDDHHmmSS+HH'mm'.

    The language is the one of whatever does not say its own: text in the other is marked with it, piece by piece, so
    that a paper in both is read aloud in both (ISO 32000-1, 14.9.2; PDF/UA asks for it in ISO 14289-1, 7.2).
    """

    title: str
    author: str
    subject: str
    language: str
    printed: str


def _is_reading(mark: Mark) -> bool:
    return isinstance(mark, Words) and mark.reading


def missing_on(pages: Sequence[Page]) -> tuple[MissingGlyph, ...]:
    """List every character on the pages that the fonts do not have, with its text."""
    return missing_glyphs((mark.text, mark.bold) for page in pages for mark in page.marks if isinstance(mark, Words))


def press(pages: Sequence[Page], particulars: Particulars, *, with_holes: bool = False) -> bytes:
    """Give the PDF, fonts embedded as subsets.

    Raises `MissingGlyphsError` if a character cannot be drawn; `with_holes` prints all the same, with 〓.
    """
    if not with_holes and (missing := missing_on(pages)):
        raise MissingGlyphsError(missing)
    made = Press(particulars)
    made.add(pages)
    return made.finish()


class Press:
    """One PDF in the making, with 〓 where no font has a character; usable from any thread, by one at a time.

    Papers that are put into it one after the other share its fonts, which makes the file smaller than all of theirs.
    """

    def __init__(self, particulars: Particulars) -> None:
        with PRESS_LOCK:
            self._canvas = _Canvas(particulars)

    def add(self, pages: Sequence[Page], title: str = "") -> None:
        """Put pages at the end; with a `title` they have an entry in the outline, above their own."""
        with PRESS_LOCK:
            self._canvas.put(pages, title)

    def finish(self) -> bytes:
        """Give the PDF. Nothing can be added after that."""
        with PRESS_LOCK:
            return self._canvas.finish()


class _Canvas:
    """One document on reportlab's canvas."""

    def __init__(self, particulars: Particulars) -> None:
        from reportlab import rl_config
        from reportlab.pdfgen.canvas import Canvas

        # Streams as they are: writing them in ASCII takes a quarter longer, in time and in bytes.
        rl_config.useA85 = 0
        face(False), face(True)  # reads and registers them
        self.out = io.BytesIO()
        self.language = particulars.language
        self.canvas: Any = Canvas(
            self.out,
            invariant=1,
            pageCompression=1,
            # Without these, Helvetica would be named in the file without being embedded.
            initialFontName=face(False).name,
            initialFontSize=11,
            lang=particulars.language,
        )
        canvas = self.canvas
        canvas.setTitle(particulars.title)
        canvas.setAuthor(particulars.author)
        canvas.setSubject(particulars.subject)
        canvas.setCreator(f"{PROGRAM_NAME} {__version__}")
        canvas.setDateFormatter(lambda *_: particulars.printed)
        canvas.setViewerPreference("DisplayDocTitle", "true")
        canvas.setLineCap(0)
        self.left = self.top = 0.0
        self.headings: list[int] = []
        self.has_outline = False
        self.count = self.below = 0

    def put(self, pages: Sequence[Page], title: str) -> None:
        self.headings.clear()
        self.below = 1 if title else 0
        for place, page in enumerate(pages):
            width, height = page.frame.sheet
            self.canvas.setPageSize((width, height))
            left, top = page.frame.origin
            self.left, self.top = left, height - top
            self.canvas.setLineJoin(1)
            if title and not place:
                self._bookmark(title, 0.0, 0)
            for are_words, marks in groupby(sorted(page.marks, key=_is_reading), lambda mark: isinstance(mark, Words)):
                if are_words:
                    self._words(mark for mark in marks if isinstance(mark, Words))
                    continue
                for mark in marks:
                    self.draw(mark)
            self.canvas.showPage()
            self.count += 1

    def finish(self) -> bytes:
        if self.has_outline:
            self.canvas.showOutline()
        self.canvas.save()
        return self.out.getvalue()

    def draw(self, mark: Mark) -> None:
        match mark:
            case Rule():
                self._rule(mark)
            case Patch():
                self._patch(mark)
            case Squares():
                self._squares(mark)
            case Disc():
                self._disc(mark)
            case Icon():
                self._icon(mark)
            case Picture():
                self._picture(mark)
            case Bookmark():
                self._bookmark(mark.title, mark.y, mark.level + self.below)

    def _bookmark(self, title: str, y: float, level: int) -> None:
        key = f"{self.count}-{y:.2f}-{title}"
        self.canvas.bookmarkHorizontalAbsolute(key, self.top - y)
        self.canvas.addOutlineEntry(title, key, self._depth(level))
        self.has_outline = True

    def _depth(self, level: int) -> int:
        """How deep an entry of the outline stands: below those of higher levels that are printed with it."""
        while self.headings and self.headings[-1] >= level:
            self.headings.pop()
        self.headings.append(level)
        return len(self.headings) - 1

    def _words(self, marks: Iterable[Words]) -> None:
        """Set pieces of text that follow each other; what stays the same from one to the next is not said again."""
        set_up = self.canvas.beginText()
        last: tuple[str, float] | None = None
        colour, spacing, language = "", 0.0, self.language
        for mark in marks:
            text = with_geta(mark.text, mark.bold)
            font, x = face(mark.bold, text), self.left + mark.x
            if (own := _language_of(text) or language) != language:
                self._turn_to(own, set_up, marked=language != self.language)
                language = own
            if mark.colour != colour:
                colour = mark.colour
                set_up.setFillColor(_colour(colour))
            if mark.spacing != spacing:
                spacing = mark.spacing
                set_up.setCharSpace(spacing)
            for name, piece in font.pieces(text):
                set_up.setTextOrigin(x, self.top - mark.y)
                if (name, mark.size) != last:
                    last = (name, mark.size)
                    set_up.setFont(*last)
                set_up.textOut(piece)
                if len(piece) < len(text):
                    x += font.width(piece, mark.size) + spacing * len(piece)
        if spacing:
            set_up.setCharSpace(0)
        if language != self.language:
            self._turn_to(self.language, set_up, marked=True)
        self.canvas.drawText(set_up)

    def _turn_to(self, language: str, set_up: Any, *, marked: bool) -> None:
        """Say that the text from here on is in another language; `marked` if what comes before says its own."""
        # reportlab has no words for marked content; these stand in its text as they are.
        if marked:
            set_up._code.append("EMC")
        if language != self.language:
            set_up._code.append(f"/Span <</Lang ({language})>> BDC")

    def _rule(self, mark: Rule) -> None:
        canvas = self.canvas
        canvas.setStrokeColor(_colour(mark.colour))
        canvas.setLineWidth(mark.weight)
        canvas.setDash(*([list(mark.dash)] if mark.dash else []))
        canvas.line(self.left + mark.x, self.top - mark.y, self.left + mark.to_x, self.top - mark.to_y)
        if mark.dash:
            canvas.setDash()

    def _patch(self, mark: Patch) -> None:
        canvas, inside = self.canvas, mark.weight / 2 if mark.line else 0.0
        if mark.fill:
            canvas.setFillColor(_colour(mark.fill))
        if mark.line:
            canvas.setStrokeColor(_colour(mark.line))
            canvas.setLineWidth(mark.weight)
        canvas.rect(
            self.left + mark.x + inside,
            self.top - mark.y - mark.height + inside,
            mark.width - 2 * inside,
            mark.height - 2 * inside,
            stroke=int(bool(mark.line)),
            fill=int(bool(mark.fill)),
        )

    def _squares(self, mark: Squares) -> None:
        canvas, path = self.canvas, self.canvas.beginPath()
        left, top = self.left + mark.x, self.top - mark.y
        for x, y, width, height in mark.rects:
            path.rect(left + x, top - y - height, width, height)
        canvas.setFillColor(_colour(mark.colour))
        canvas.drawPath(path, stroke=0, fill=1)

    def _disc(self, mark: Disc) -> None:
        canvas = self.canvas
        x, y = self.left + mark.x, self.top - mark.y
        if mark.weight:
            canvas.setStrokeColor(_colour(mark.colour))
            canvas.setLineWidth(mark.weight)
            canvas.circle(x, y, mark.radius - mark.weight / 2, stroke=1, fill=0)
        else:
            canvas.setFillColor(_colour(mark.colour))
            canvas.circle(x, y, mark.radius, stroke=0, fill=1)

    def _picture(self, mark: Picture) -> None:
        from reportlab.lib.utils import ImageReader

        # The bytes go into the file as they are, once for all places where it stands.
        x, y = self.left + mark.x, self.top - mark.y - mark.height
        self.canvas.drawImage(ImageReader(io.BytesIO(mark.jpeg)), x, y, mark.width, mark.height)

    def _icon(self, mark: Icon) -> None:
        canvas, scale = self.canvas, mark.size / UNITS
        left, top = self.left + mark.x, self.top - mark.y
        canvas.setStrokeColor(_colour(mark.colour))
        canvas.setLineWidth(STROKE * scale)
        path = canvas.beginPath()
        for command, numbers in strokes(mark.name):
            if command == "O":
                x, y, radius = numbers
                path.circle(left + x * scale, top - y * scale, radius * scale)
                continue
            points = [left + n * scale if i % 2 == 0 else top - n * scale for i, n in enumerate(numbers)]
            getattr(path, {"M": "moveTo", "L": "lineTo", "C": "curveTo", "Z": "close"}[command])(*points)
        canvas.setLineCap(1)
        canvas.drawPath(path, stroke=1, fill=0)
        canvas.setLineCap(0)


@lru_cache(maxsize=4096)
def _language_of(text: str) -> str:
    """Give the language of text by its letters; nothing for figures and signs, which follow what is before."""
    if has_japanese(text):
        return "ja-JP"
    return "en-US" if any(letter.isalpha() for letter in text) else ""


@cache
def _colour(name: str) -> Any:
    from reportlab.lib.colors import HexColor

    return HexColor(name)
