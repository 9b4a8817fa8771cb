"""Several PDFs as one to look at: a change slip before the whole paper. It has no outline and no title."""

from __future__ import annotations

from collections.abc import Iterable
from io import BytesIO

from planner.papers.preview import PDFIUM_LOCK


def join(papers: Iterable[bytes], *, first: int | None = None) -> bytes:
    """Give one PDF with the pages of all these; of the first one only the `first` pages, if that is told.

    Raises `ValueError` if there are none.
    """
    import pypdfium2

    found = list(papers)
    if not found:
        raise ValueError("no papers to join")
    with PDFIUM_LOCK:
        whole = pypdfium2.PdfDocument.new()
        try:
            for number, paper in enumerate(found):
                part = pypdfium2.PdfDocument(paper)
                try:
                    whole.import_pages(part, pages=range(first) if first is not None and number == 0 else None)
                finally:
                    part.close()
            made = BytesIO()
            whole.save(made)
        finally:
            whole.close()
    return made.getvalue()
