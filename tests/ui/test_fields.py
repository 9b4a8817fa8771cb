"""Editing in place: a value is told once, when it is finished; what is wrong is said at the spot."""

import datetime as dt
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from planner.language import set_screen_language
from planner.model.kinds import Diet, Gender
from planner.model.people import Person
from planner.ui.widgets.choices import CheckField, ChoiceField, SeveralField
from planner.ui.widgets.fields import Field, TextField
from planner.ui.widgets.figures import DecimalField, NumberField
from planner.ui.widgets.moments import DateField, TimeField, _Calendar, read_time
from planner.ui.widgets.notes import NoteField
from planner.ui.widgets.record import RecordForm

JULY = dt.date(2027, 7, 22)


class Told(list[Any]):
    """What the fields of a window have told; keeps the window alive, and another control to go to."""

    def __init__(self, fields: tuple[QWidget, ...]) -> None:
        super().__init__()
        self.window = QWidget()
        self.elsewhere = QLineEdit()
        box = QVBoxLayout(self.window)
        for field in fields:
            box.addWidget(field)
            field.committed.connect(self.append)  # type: ignore[attr-defined]
        box.addWidget(self.elsewhere)


def shown(qtbot: QtBot, *fields: QWidget) -> Told:
    told = Told(fields)
    qtbot.addWidget(told.window)
    told.window.show()
    qtbot.waitExposed(told.window)
    return told


def keys(editor: QWidget, text: str) -> None:
    """Type any script: QTest's own typing knows ASCII only."""
    for sign in text:
        press = QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, sign)
        QApplication.sendEvent(editor, press)


def type_in(qtbot: QtBot, field: Field, text: str, *, then: Qt.Key = Qt.Key.Key_Return) -> None:
    field.editor.setFocus()
    field.editor.selectAll()  # type: ignore[attr-defined]
    keys(field.editor, text)
    qtbot.keyClick(field.editor, then)


def test_a_text_is_told_once_and_only_if_it_changed(qtbot: QtBot) -> None:
    field = TextField("Called")
    told = shown(qtbot, field)
    field.show_value("Ruka")
    type_in(qtbot, field, "Ruka")
    assert told == []
    type_in(qtbot, field, " Luca ")
    told.elsewhere.setFocus()
    assert told == ["Luca"]
    assert field.value() == "Luca"


def test_esc_puts_back_what_was_there(qtbot: QtBot) -> None:
    field = TextField("Called")
    told = shown(qtbot, field)
    field.show_value("Ruka")
    type_in(qtbot, field, "Nobody", then=Qt.Key.Key_Escape)
    assert field.value() == "Ruka"
    told.elsewhere.setFocus()
    assert told == []


def test_a_new_plan_does_not_overwrite_what_somebody_types(qtbot: QtBot) -> None:
    field = TextField("Called")
    told = shown(qtbot, field)
    field.show_value("Ruka")
    with qtbot.waitActive(told.window):
        told.window.activateWindow()
    field.editor.setFocus()
    keys(field.editor, "x")
    field.show_value("Somebody else's change")
    assert "x" in field.value()
    assert told == []


def test_what_was_refused_stays_to_be_mended_until_the_stored_value_changes(qtbot: QtBot) -> None:
    field = TextField("Telephone")
    told = shown(qtbot, field)
    field.show_value("03-1234-5678")
    type_in(qtbot, field, "nonsense")
    field.show_error("This is no number.")
    told.elsewhere.setFocus()
    field.show_value("03-1234-5678")  # something else on the page was changed
    assert (field.value(), field.has_error) == ("nonsense", True)
    field.show_value("090-1111-2222")
    assert (field.value(), field.has_error) == ("090-1111-2222", False)
    assert told == ["nonsense"]


def test_what_is_wrong_is_said_at_the_field_and_to_screen_readers(qtbot: QtBot) -> None:
    field = TextField("Telephone", hint="With the country")
    told = shown(qtbot, field)
    field.show_error("This is no number.")
    assert field.has_error
    assert field.editor.accessibleDescription() == "This is no number."
    keys(field.editor, "1")
    assert not field.has_error
    assert field.editor.accessibleDescription() == "With the country"
    assert told == []


def test_every_field_is_named_for_screen_readers(qtbot: QtBot) -> None:
    made: list[Field] = [
        TextField("A"), NoteField("B"), NumberField("C", unit="min"), DateField("D", near=JULY),
        TimeField("E"), ChoiceField("F", [(1, "one")]), DecimalField("G"),
    ]  # fmt: skip
    assert [field.editor.accessibleName() for field in made] == ["A", "B", "C (min)", "D", "E", "F", "G"]


def test_numbers(qtbot: QtBot) -> None:
    field = NumberField("Guests at most", least=1, most=20)
    told = shown(qtbot, field)
    type_in(qtbot, field, "many")
    assert field.has_error
    assert told == []
    type_in(qtbot, field, "21")
    assert field.has_error
    type_in(qtbot, field, "１２")
    assert told == [12]
    assert not field.has_error
    type_in(qtbot, field, " ")
    assert told == [12, None]
    degrees = DecimalField("Longitude")
    told = shown(qtbot, degrees)
    degrees.show_value(-122.676483)
    assert degrees.line.text() == "-122.676483"
    type_in(qtbot, degrees, "nan")
    assert degrees.has_error
    type_in(qtbot, degrees, "１３９.0")
    assert degrees.line.text() == "１３９.0"
    assert told == [139.0]


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("22 Jul", dt.date(2027, 7, 22)),
        ("7/24", dt.date(2027, 7, 24)),
        ("7/24/2027", dt.date(2027, 7, 24)),
        ("2027-08-01", dt.date(2027, 8, 1)),
        ("7月22日", dt.date(2027, 7, 22)),
        ("令和9年7月30日", dt.date(2027, 7, 30)),
        ("July 28", dt.date(2027, 7, 28)),
    ],
)
def test_days_are_understood_as_they_are_typed(qtbot: QtBot, typed: str, day: dt.date) -> None:
    field = DateField("Day", near=JULY)
    told = shown(qtbot, field)
    type_in(qtbot, field, typed)
    assert told == [day]


def test_a_day_is_shown_in_the_language_of_the_screen_with_its_year_only_where_needed(qtbot: QtBot) -> None:
    field = DateField("Day", near=JULY)
    told = shown(qtbot, field)
    field.show_value(dt.date(2027, 7, 23))
    field.setFixedWidth(220)
    assert field.line.text() == "Fri 23 Jul 2027"
    field.setFixedWidth(130)
    QApplication.processEvents()
    assert field.line.text() == "Fri 23 Jul"
    field.show_value(dt.date(2013, 4, 12))
    assert field.line.text() == "12 Apr 2013"
    set_screen_language("ja")
    field.show_value(dt.date(2027, 7, 24))
    assert field.line.text() == "7月24日(土)"
    assert told == []


def test_a_day_that_is_none_stays_in_the_field_to_be_mended(qtbot: QtBot) -> None:
    field = DateField("Day", near=JULY, optional=False)
    told = shown(qtbot, field)
    type_in(qtbot, field, "31 June")
    assert field.has_error
    assert told == []
    assert field.line.text() == "31 June"
    type_in(qtbot, field, " ")
    assert field.has_error


def test_a_day_that_can_be_two_is_asked_about_unless_the_field_beside_it_tells(qtbot: QtBot) -> None:
    first, last = DateField("First", near=JULY), DateField("Last", near=JULY)
    first.beside, last.beside = (last,), (first,)
    told = [*shown(qtbot, last)]
    type_in(qtbot, last, "3/4/2027")
    assert last.has_error
    assert "Thu 4 Mar 2027" in last.editor.accessibleDescription()
    assert "Sat 3 Apr 2027" in last.editor.accessibleDescription()
    assert last.value() is None
    assert told == []
    shown(qtbot, first)
    type_in(qtbot, first, "2/24/2027")
    type_in(qtbot, last, "3/5/2027")
    assert (first.value(), last.value()) == (dt.date(2027, 2, 24), dt.date(2027, 3, 5))


def test_a_day_can_be_picked_from_a_month_by_keys_alone(qtbot: QtBot) -> None:
    field = DateField("Day", near=JULY)
    told = shown(qtbot, field)
    field.show_value(JULY)
    field.editor.setFocus()
    qtbot.keyClick(field.editor, Qt.Key.Key_Down)
    assert [w for w in QApplication.topLevelWidgets() if isinstance(w, _Calendar) and w.isVisible()]
    field.pick(dt.date(2027, 7, 30))
    assert told == [dt.date(2027, 7, 30)]


@pytest.mark.parametrize(
    ("typed", "at"),
    [
        ("4pm", dt.time(16)),
        ("4p", dt.time(16)),
        ("430p", dt.time(16, 30)),
        ("1145 AM", dt.time(11, 45)),
        ("1375p", None),
        ("16:30", dt.time(16, 30)),
        ("1630", dt.time(16, 30)),
        ("930", dt.time(9, 30)),
        ("16", dt.time(16)),
        ("noon", dt.time(12)),
        ("午後4時半", dt.time(16, 30)),
        ("5:30 AM", dt.time(5, 30)),
        ("２０：１５", dt.time(20, 15)),
        ("25:00", None),
        ("soon", None),
    ],
)
def test_times_are_understood_as_they_are_typed(typed: str, at: dt.time | None) -> None:
    found = read_time(typed)
    assert found == at if at is not None else found in (None, dt.time(1))


def test_a_time_is_shown_with_am_and_pm_or_by_24_hours(qtbot: QtBot) -> None:
    field = TimeField("From")
    told = shown(qtbot, field)
    type_in(qtbot, field, "1630")
    assert told == [dt.time(16, 30)]
    assert field.line.text() == "4:30 PM"
    set_screen_language("ja")
    field.show_value(dt.time(9, 5))
    assert field.line.text() == "9:05"


def test_the_wheel_changes_no_choice_unnoticed(qtbot: QtBot) -> None:
    field = ChoiceField("Role", [("a", "Player"), ("b", "Coach")])
    told = shown(qtbot, field)
    field.show_value("a")
    middle = QPointF(5, 5)
    turn = QWheelEvent(
        middle, middle, QPoint(0, -120), QPoint(0, -120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    field.combo.wheelEvent(turn)
    assert field.value() == "a"
    assert told == []
    qtbot.keyClick(field.combo, Qt.Key.Key_Down)
    assert told == ["b"]


def test_an_unknown_value_leaves_a_choice_empty_and_offers_stay_chosen(qtbot: QtBot) -> None:
    field = ChoiceField("Role", [("a", "Player"), ("b", "Coach")])
    field.show_value("from a later version")
    assert field.value() is None
    field.show_value("b")
    field.offer([("b", "Trainer"), ("c", "Nurse")])
    assert (field.value(), field.combo.currentText()) == ("b", "Trainer")


def test_several_and_yes_or_no(qtbot: QtBot) -> None:
    several = SeveralField("Eats", [(Diet.HALAL, "Halal"), (Diet.VEGAN, "Vegan")])
    tick = CheckField("Withdrawn")
    told = shown(qtbot, several, tick)
    several.show_value({Diet.VEGAN})
    option = next(o for o in several.editor.children() if getattr(o, "text", str)() == "Halal")
    qtbot.mouseClick(option, Qt.MouseButton.LeftButton)
    assert told == [frozenset({Diet.HALAL, Diet.VEGAN})]
    qtbot.mouseClick(tick.box, Qt.MouseButton.LeftButton)
    assert told[-1] is True


def test_a_tick_that_is_refused_is_put_back_and_says_why_under_it(qtbot: QtBot) -> None:
    tick = CheckField("Withdrawn")
    told = shown(qtbot, tick)
    tick.committed.connect(lambda _: tick.show_error("Not while she has a stay."))
    qtbot.mouseClick(tick.box, Qt.MouseButton.LeftButton)
    assert told == [True]
    assert (tick.value(), tick.has_error) == (False, True)
    reason = next(label for label in tick.findChildren(QLabel) if label.text() == "Not while she has a stay.")
    assert reason.isVisible()
    assert tick.box.accessibleDescription() == "Not while she has a stay."
    tick.show_value(False)  # something else on the page was changed
    assert tick.has_error
    tick.show_value(True)
    assert (tick.value(), tick.has_error) == (True, False)
    assert not reason.isVisible()


def test_notes_grow_with_what_is_in_them(qtbot: QtBot) -> None:
    field = NoteField("Notes", least=2, most=6)
    told = shown(qtbot, field)
    low = field.editor.height()
    field.show_value("\n".join("One line after another" for _ in range(5)))
    assert field.editor.height() > low
    field.editor.setFocus()
    keys(field.editor, "x")
    qtbot.keyClick(field.editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert len(told) == 1


def test_a_record_gets_the_editors_its_fields_are_declared_for(qtbot: QtBot) -> None:
    form = RecordForm(
        Person,
        [("family_name", "given_name"), "birth_date", "gender", "diets", "address_en", "protocol_rank"],
        near=JULY,
    )
    qtbot.addWidget(form)
    kinds = {name: type(form[name]).__name__ for name in form.values()}
    assert kinds == {
        "family_name": "TextField", "given_name": "TextField", "birth_date": "DateField",
        "gender": "ChoiceField", "diets": "SeveralField", "address_en": "NoteField",
        "protocol_rank": "NumberField",
    }  # fmt: skip
    form.show_record(Person(family_name="Satō", gender=Gender.FEMALE, diets=frozenset({Diet.HALAL})))
    assert form.values()["gender"] is Gender.FEMALE
    told: list[tuple[str, object]] = []
    form.changed.connect(lambda name, value: told.append((name, value)))
    form["gender"].committed.emit(Gender.MALE)
    assert told == [("gender", Gender.MALE)]
