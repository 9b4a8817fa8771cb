"""Pages of a PDF as pictures, for the preview in the window and for screenshots; without Qt."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from types import TracebackType
from typing import Any

# PDFium is not safe to be used by two threads at once, whatever the document.
PDFIUM_LOCK = threading.RLock()


class PreviewClosedError(RuntimeError):
    """A page was asked for after its paper had been closed."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A page as pixels: four bytes each, blue, green, red and an opaque fourth (Qt's ``Format_RGB32``)."""

    width: int
    height: int
    pixels: bytes

    @property
    def row_bytes(self) -> int:
        """Bytes from one row of pixels to the next."""
        return 4 * self.width


class Preview:
    """An opened PDF whose pages can be turned into pictures; usable from any thread, closed by ``with``."""

    def __init__(self, pdf: bytes) -> None:
        import pypdfium2

        with PDFIUM_LOCK:
            self._document = pypdfium2.PdfDocument(pdf)
            self.sizes: tuple[tuple[float, float], ...] = tuple(
                self._document.get_page_size(number) for number in range(len(self._document))
            )
            """Each page's width and height in points."""
        self._closed = False

    def __enter__(self) -> Preview:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def __len__(self) -> int:
        return len(self.sizes)

    def picture(self, page: int, scale: float) -> Picture:
        """Draw a page (counted from 0) at `scale` pixels a point: 1.0 is 72 dpi. Raises `IndexError`."""
        if not 0 <= page < len(self):
            raise IndexError(f"no page {page} of {len(self)}")
        with PDFIUM_LOCK:
            sheet = self._opened()[page]
            bitmap = sheet.render(scale=scale, prefer_bgrx=True)
            try:
                rows, stride = bytes(bitmap.buffer), bitmap.stride
                width, height = bitmap.width, bitmap.height
            finally:
                bitmap.close()
                sheet.close()
        if stride != 4 * width:
            rows = b"".join(rows[y * stride : y * stride + 4 * width] for y in range(height))
        return Picture(width, height, rows)

    def text(self, page: int) -> str:
        """Give the words on a page as a reader would copy them. Raises `IndexError`."""
        if not 0 <= page < len(self):
            raise IndexError(f"no page {page} of {len(self)}")
        with PDFIUM_LOCK:
            sheet = self._opened()[page]
            words = sheet.get_textpage()
            try:
                return str(words.get_text_range())
            finally:
                words.close()
                sheet.close()

    def _opened(self) -> Any:
        if self._closed:
            raise PreviewClosedError
        return self._document

    def close(self) -> None:
        """Let go of the document; pages asked for later raise `PreviewClosedError`."""
        with PDFIUM_LOCK:
            self._closed = True
            self._document.close()
