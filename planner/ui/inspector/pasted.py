"""What is dropped or pasted, read as the picture that it holds."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData
from PySide6.QtGui import QImage, QImageWriter

from planner.intake.pictures import is_picture_name


def holds_picture(mime: QMimeData) -> bool:
    """Whether there is a picture in it, or one picture file; asked while it is held over something."""
    return mime.hasImage() or _picture_file(mime) is not None


def picture_in(mime: QMimeData) -> Path | bytes | None:
    """Give the picture file that is dropped or copied, or else the picture itself as PNG; None if there is neither."""
    if (path := _picture_file(mime)) is not None:
        return path
    image = QImage(mime.imageData()) if mime.hasImage() else QImage()
    return None if image.isNull() else _png(image)


def _picture_file(mime: QMimeData) -> Path | None:
    """Give the one picture file; None for none, several, or files that are no pictures."""
    paths = [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
    return paths[0] if len(paths) == 1 and is_picture_name(paths[0].name) else None


def _png(image: QImage) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return bytes(buffer.data().data())
