"""Colours, type and icons: readable, complete, and the same for everybody."""

import re
import time
import xml.etree.ElementTree as ET
from dataclasses import fields

import pytest
from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QFontDatabase, QFontInfo, QIcon, QImage, QPainter
from PySide6.QtWidgets import QApplication, QLabel

from planner.resources import resource
from planner.ui import theme
from planner.ui.theme import icons, measures
from planner.ui.theme.colours import DARK, KIND_TONES, LIGHT, Colours, Tone
from planner.ui.theme.fonts import FAMILY, SIZES, font
from planner.ui.theme.icons import icon_names
from planner.ui.theme.painters import hatch
from planner.ui.theme.stylesheet import sheet, words

ROOT = resource("icons").parent.parent


def luminance(colour: str) -> float:
    """As WCAG 2.2 defines it."""
    parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_every_text_has_contrast_on_every_ground_it_stands_on(colours: Colours) -> None:
    grounds = (colours.ground, colours.panel, colours.rail, colours.sunk)
    for text in (colours.text, colours.text2, colours.text3):
        for ground in grounds:
            assert contrast(text, ground) >= 4.5, (text, ground)
    for name in ("chosen", "wrong", "check", "good", "grey", *KIND_TONES):
        tone = colours.tone(name)
        assert contrast(tone.text, tone.fill) >= 4.5, name
    for name in ("chosen", "wrong", "check", "good"):
        assert contrast(colours.tone(name).text, colours.panel) >= 4.5, name
    assert contrast(colours.on_chosen, colours.chosen.mark) >= 4.5
    assert contrast(colours.on_badge, colours.wrong_badge) >= 4.5


def test_the_colours_of_the_mock_ups() -> None:
    assert (LIGHT.ground, LIGHT.panel, LIGHT.chosen.mark) == ("#F8F7F3", "#FFFFFF", "#2A4B7C")
    assert (DARK.ground, DARK.panel, DARK.chosen.mark) == ("#14171B", "#1C2026", "#9DBBEA")
    assert LIGHT.kinds["official"].mark == "#7A5AA8"


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_light_and_dark_have_every_colour(colours: Colours) -> None:
    for field in fields(colours):
        value = getattr(colours, field.name)
        found = [value] if isinstance(value, str) else []
        if isinstance(value, Tone):
            found = [getattr(value, part.name) for part in fields(value)]
        for colour in found:
            assert QColor(colour).isValid(), (field.name, colour)
    assert set(colours.kinds) == set(KIND_TONES)
    assert colours.tone("a kind of a later version") is colours.grey


def test_no_colour_stands_anywhere_but_in_the_theme() -> None:
    sheet_text = resource("styles", "window.qss").read_text(encoding="utf-8")
    assert not re.findall(r"#[0-9A-Fa-f]{3,8}\b", sheet_text)
    source = ROOT / "planner" / "ui"
    for path in source.rglob("*.py"):
        if path.name != "colours.py":
            assert not re.findall(r'"#[0-9A-Fa-f]{6,8}"', path.read_text(encoding="utf-8")), path


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_the_style_sheet_is_filled_in_and_qt_takes_it(colours: Colours, qapp: QApplication) -> None:
    filled = sheet(colours)
    assert "$" not in filled
    assert words(colours)["check_text"] == colours.check.text
    label = QLabel("x")
    label.setStyleSheet(filled)
    label.ensurePolished()  # Qt tells a sheet it cannot read by a warning, which fails the test


def test_dark_can_be_chosen_and_left(appearance: theme.Appearance, qapp: QApplication) -> None:
    appearance.choose("dark")
    assert theme.colours() is DARK
    assert qapp.palette().window().color().name().upper() == DARK.ground
    appearance.choose("light")
    assert theme.colours() is LIGHT


def test_the_bundled_font_is_used_and_quick_to_load(qapp: QApplication) -> None:
    for bold in (False, True):
        assert QFontInfo(font(bold=bold)).family() == FAMILY
        assert QFontInfo(font(bold=bold)).bold() is bold
    assert font("small").pixelSize() == SIZES["small"] == 11
    started = time.perf_counter()
    number = QFontDatabase.addApplicationFont(str(resource("fonts", "NotoSansJP-Regular.ttf")))
    assert time.perf_counter() - started < 0.5  # 60 ms as a rule; a busy machine may take longer
    QFontDatabase.removeApplicationFont(number)


def test_icons_are_drawn_alike() -> None:
    names = icon_names()
    wanted = (
        "overview people hosts homestays programme interpreters papers calls settings wrong warn note "
        "check cat dog bed car shield-good shield-warn peanut injector lungs queasy cake pin cut link "
        "apart stairs smoke faith place meal bus ship walk sun moon search undo redo"
    )
    assert {*KIND_TONES, *wanted.split()} <= set(names)
    sources = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "planner").rglob("*.py"))
    assert [name for name in names if f'"{name}"' not in sources] == [], "drawn, and shown nowhere"
    for path in resource("icons").glob("*.svg"):
        root = ET.fromstring(path.read_text(encoding="utf-8"))
        assert root.get("viewBox") == "0 0 24 24", path.name
        assert root.get("stroke-width") == "1.8", path.name
        assert root.get("stroke-linecap") == "round", path.name
        colours = {v for element in root.iter() for k, v in element.items() if k in ("stroke", "fill")}
        assert colours <= {"#000", "none"}, path.name


@pytest.mark.parametrize("name", icon_names())
def test_every_icon_paints_something_in_its_colour(name: str) -> None:
    image = theme.pixmap(name, "#D3442E", 24).toImage()
    dots = [image.pixelColor(x, y) for x in range(24) for y in range(24)]
    inked = [dot for dot in dots if dot.alpha() > 200]
    assert len(inked) > 5
    assert all(abs(c.red() - 0xD3) < 12 and abs(c.green() - 0x44) < 12 for c in inked)


def test_an_icon_is_sharp_at_twice_the_size_and_follows_the_theme(appearance: theme.Appearance) -> None:
    made = theme.icon("people")
    small, large = made.pixmap(QSize(16, 16), 1.0), made.pixmap(QSize(16, 16), 2.0)
    assert (small.width(), large.width(), large.devicePixelRatio()) == (16, 32, 2.0)
    light = made.pixmap(QSize(16, 16)).toImage()
    appearance.choose("dark")
    assert made.pixmap(QSize(16, 16)).toImage() != light
    disabled = made.pixmap(QSize(16, 16), QIcon.Mode.Disabled).toImage()
    assert disabled != made.pixmap(QSize(16, 16)).toImage()


def test_an_unknown_icon_is_an_error_at_once() -> None:
    with pytest.raises(FileNotFoundError):
        theme.icon("no-such-thing")
    assert icons.icon_names() == tuple(sorted(icons.icon_names()))


def test_hatching_stays_within_its_area(qapp: QApplication) -> None:
    image = QImage(40, 40, QImage.Format.Format_ARGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    hatch(painter, QRectF(10, 10, 20, 20))
    painter.end()
    inside = sum(image.pixelColor(x, y) != QColor("white") for x in range(10, 30) for y in range(10, 30))
    outside = sum(image.pixelColor(x, y) != QColor("white") for x in range(40) for y in range(9))
    assert inside > 40
    assert outside == 0


def test_measures_of_the_mock_ups() -> None:
    assert (measures.RAIL, measures.TOP_BAR, measures.PAGE_HEADER) == (80, 48, 48)
    assert (measures.INSPECTOR, measures.DRAWER, measures.STATUS) == (320, 32, 24)
    assert (measures.BUTTON, measures.FIELD, measures.CHIP) == (28, 32, 20)
