"""A photograph from outside, made small enough to be kept: turned upright, scaled down, stripped of all else."""

from __future__ import annotations

import warnings
from io import BytesIO
from pathlib import Path
from typing import Any, Final

from planner.model.message import PlannerError

#: The long side, in pixels: 45 mm on paper at more than 300 to the inch.
LONG_SIDE: Final = 600
#: A file larger than this is no photograph from a telephone or a form.
LARGEST_FILE: Final = 60 * 2**20
#: How much of it JPEG keeps (1 to 95): faces stay faces, and sixty pictures take less than four megabytes.
_QUALITY: Final = 82
#: What can be read, by the names of the library; what else it knows is no photograph, or asks for another program.
_FORMATS: Final = ("JPEG", "PNG", "WEBP", "AVIF", "TIFF", "BMP", "GIF", "JPEG2000")
#: How picture files are called, those too that are refused with a sentence of their own.
SUFFIXES: Final = (".jpg", ".jpeg", ".png", ".webp", ".avif", ".tif", ".tiff", ".bmp", ".gif", ".jp2", ".heic", ".heif")
#: How the picture files of telephones begin that cannot be read here: the box "ftyp" and its brand.
_HEIC: Final = (b"heic", b"heix", b"hevc", b"heim", b"heis", b"mif1", b"msf1")


def is_picture_name(name: str) -> bool:
    """Whether a file of this name is likely a picture."""
    return name.casefold().endswith(SUFFIXES)


def read_picture(path: Path) -> bytes:
    """Read a picture file as `small_picture` gives it.

    Raises `PlannerError` ``picture-missing``, or what `small_picture` does.
    """
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise PlannerError("picture-too-large", file=path.name)
        data = path.read_bytes()
    except OSError as error:
        raise PlannerError("picture-missing", file=path.name) from error
    return small_picture(data, path.name)


def small_picture(data: bytes, name: str) -> bytes:
    """Make of any picture a JPEG that the file keeps: upright, at most 600 pixels long, without place, time or camera.

    The same picture gives the same bytes. `name` is what the file is called in a refusal. Raises `PlannerError`
    ``picture-heic``, ``picture-too-large``, ``picture-unreadable``.
    """
    from PIL import Image, UnidentifiedImageError

    if data[4:8] == b"ftyp" and data[8:12] in _HEIC:
        raise PlannerError("picture-heic", file=name)
    try:
        with warnings.catch_warnings():
            # So many pixels that it would take all memory: the library only warns of the smaller ones.
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(BytesIO(data), formats=_FORMATS) as opened:
                made = _upright_and_small(opened)
    except (Image.DecompressionBombWarning, Image.DecompressionBombError) as error:
        raise PlannerError("picture-too-large", file=name) from error
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, EOFError) as error:
        # Each decoder has its own way of giving up on a file that is cut off or wrong.
        raise PlannerError("picture-unreadable", file=name) from error
    written = BytesIO()
    made.save(written, "JPEG", quality=_QUALITY, optimize=True)
    return written.getvalue()


def _upright_and_small(opened: Any) -> Any:
    from PIL import Image, ImageOps

    # A JPEG can be decoded at a fraction of its size, which a telephone's is worth.
    opened.draft("RGB", (2 * LONG_SIDE, 2 * LONG_SIDE))
    upright = ImageOps.exif_transpose(opened)
    seen_through = upright.has_transparency_data
    upright = upright.convert("RGBA" if seen_through else "RGB")
    upright.thumbnail((LONG_SIDE, LONG_SIDE), Image.Resampling.LANCZOS)
    # A picture of its own takes none of what was written beside the other: place, camera, thumbnail, colours. What can
    # be seen through is white, as on paper.
    plain = Image.new("RGB", upright.size, "white")
    plain.paste(upright, mask=upright if seen_through else None)
    return plain
