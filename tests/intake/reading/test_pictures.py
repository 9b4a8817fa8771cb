"""Photographs from outside: turned, made small, stripped of all but the picture; what is none is refused in words."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from planner.intake.pictures import LARGEST_FILE, LONG_SIDE, is_picture_name, read_picture, small_picture
from planner.language import LANGUAGES, say
from planner.model.message import PlannerError

LEFT, RIGHT = (200, 40, 40), (40, 40, 200)


def picture(size: tuple[int, int] = (800, 400), mode: str = "RGB") -> Image.Image:
    """Red on the left, blue on the right."""
    made = Image.new("RGB", size, LEFT)
    made.paste(RIGHT, (size[0] // 2, 0, *size))
    return made.convert(mode)


def written(image: Image.Image, kind: str, **more: object) -> bytes:
    file = BytesIO()
    image.save(file, kind, **more)
    return file.getvalue()


def opened(jpeg: bytes) -> Image.Image:
    found = Image.open(BytesIO(jpeg))
    assert (found.format, found.mode) == ("JPEG", "RGB")
    return found


def near(pixel: object, colour: tuple[int, int, int]) -> bool:
    assert isinstance(pixel, tuple)
    return all(abs(one - other) < 25 for one, other in zip(pixel, colour, strict=True))


def test_a_telephones_picture_is_upright_and_says_nothing_of_where_it_was_taken() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6  # taken with the telephone on its side: to be turned by a quarter to the right
    exif[0x010F] = "Telephone"
    exif.get_ifd(0x8825)[2] = (43.0, 39.0, 32.0)
    data = written(picture((4000, 2000)), "JPEG", exif=exif, comment=b"Kitchen", icc_profile=b"colours")
    assert b"Telephone" in data
    small = small_picture(data, "IMG_2231.JPG")
    found = opened(small)
    assert found.size == (LONG_SIDE // 2, LONG_SIDE)
    assert near(found.getpixel((150, 20)), LEFT)
    assert near(found.getpixel((150, 580)), RIGHT)
    assert not found.getexif()
    assert {"exif", "comment", "icc_profile"}.isdisjoint(found.info)
    assert len(small) < 20_000
    assert small_picture(data, "again.jpg") == small


@pytest.mark.parametrize("kind", ["PNG", "WEBP", "AVIF", "GIF", "BMP", "TIFF", "JPEG2000"])
def test_pictures_of_other_kinds_become_the_same(kind: str) -> None:
    found = opened(small_picture(written(picture(), kind), "picture"))
    assert found.size == (600, 300)
    assert near(found.getpixel((100, 150)), LEFT)


@pytest.mark.parametrize("mode", ["L", "P", "CMYK", "1", "RGBA"])
def test_colours_of_any_kind_are_taken(mode: str) -> None:
    kind = "JPEG" if mode in ("L", "CMYK") else "PNG"
    assert opened(small_picture(written(picture((90, 120), mode), kind), "x")).size == (90, 120), "none is enlarged"


def test_what_can_be_seen_through_is_white() -> None:
    clear = Image.new("RGBA", (50, 50), (0, 0, 0, 0))
    assert near(opened(small_picture(written(clear, "PNG"), "logo.png")).getpixel((25, 25)), (255, 255, 255))


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("letter.jpg", b"Dear committee,", "picture-unreadable"),
        ("empty.png", b"", "picture-unreadable"),
        ("cut.jpg", written(picture(), "JPEG")[:400], "picture-unreadable"),
        ("cut.png", written(picture(), "PNG")[:90], "picture-unreadable"),
        ("IMG_2231.HEIC", b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + b"\0" * 40, "picture-heic"),
        ("map.png", written(Image.new("1", (14_000, 14_000)), "PNG"), "picture-too-large"),
    ],
)
def test_what_is_no_picture_is_refused_with_its_name(tmp_path: Path, name: str, data: bytes, code: str) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(PlannerError, match=code) as refused:
        read_picture(path)
    said = {say(refused.value, language) for language in LANGUAGES}
    assert len(said) == 2
    assert all(name in words for words in said)
    assert is_picture_name(name)


def test_a_file_that_is_not_there_or_far_too_large_is_refused(tmp_path: Path) -> None:
    with pytest.raises(PlannerError, match="picture-missing"):
        read_picture(tmp_path / "gone.jpg")
    with (tmp_path / "film.jpg").open("wb") as film:
        film.truncate(LARGEST_FILE + 1)
    with pytest.raises(PlannerError, match="picture-too-large"):
        read_picture(tmp_path / "film.jpg")
    assert not is_picture_name("guests_form.csv")
