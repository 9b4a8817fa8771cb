"""What every noun has in common: one registry, defaults from the first moment, and a seal once it lies in a plan."""

from __future__ import annotations

from functools import cache
from operator import itemgetter
from types import new_class
from typing import Any, TypeVar
from uuid import uuid4

from sqlalchemy import MetaData, inspect
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
from sqlalchemy.orm.attributes import instance_state, manager_of_class

# Named constraints, so that a migration can speak of them.
_NAMES = {
    "ix": "ix_%(column_0_label)s",
    "uq": "uq_%(table_name)s_%(column_0_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


class Base(DeclarativeBase):
    """A noun of the planner: a row of the file, and a node of the plan.

    An object that was loaded into a plan is detached and *sealed*: setting an attribute raises `AttributeError`.
    Only inside a command, where a session holds it, can it be changed. In a plan it is of a class of its own
    (`read_only`).
    """

    metadata = MetaData(naming_convention=_NAMES)

    id: Mapped[int] = mapped_column(primary_key=True)

    def __init__(self, **values: Any) -> None:
        # Defaults hold from construction on, not only after the flush: a proposal shows objects that are not stored.
        noun = type(self)
        for name, default in _defaults(noun):
            if name not in values:
                values[name] = default({}) if callable(default) else default
        give = super().__setattr__  # a new object is not sealed: nothing to look up for each of its fields
        for name, value in values.items():
            if not hasattr(noun, name):
                raise TypeError(f"{noun.__name__} has no field {name!r}")
            give(name, value)

    def __setattr__(self, name: str, value: Any) -> None:
        if name != "_sa_instance_state" and self.__dict__["_sa_instance_state"].detached:
            raise AttributeError(f"{type(self).__name__} lies in a plan and is read-only: change it by a command")
        super().__setattr__(name, value)

    def __delattr__(self, name: str) -> None:
        if self.__dict__["_sa_instance_state"].detached:
            raise AttributeError(f"{type(self).__name__} lies in a plan and is read-only: change it by a command")
        super().__delattr__(name)

    def __repr__(self) -> str:
        name = self.__dict__.get("title_en") or self.__dict__.get("name_en") or self.__dict__.get("family_name")
        return f"<{type(self).__name__} {self.__dict__.get('id', 'new')}{f' {name}' if name else ''}>"


#: A row of any one noun.
Row = TypeVar("Row", bound=Base)


@cache
def read_only(noun: type[Base]) -> type[Base]:
    """Give what the rows of a noun become in a plan: the same noun to whoever looks, but read straight from the row.

    A mapped attribute answers each reading with code of SQLAlchemy's, a tenth of a microsecond or two; a check of a
    large visit reads a hundred thousand. In the class made here a name stands for nothing but itself, so that Python
    finds the value in the row. ``type(row)`` is not the noun then: ask `isinstance`, or `noun_of`.
    """
    names: dict[str, Any] = dict.fromkeys(attribute.key for attribute in inspect(noun).attrs)
    names |= {"__abstract__": True, "__module__": noun.__module__, "__doc__": noun.__doc__}
    # To `inspect` it is mapped as the noun is.
    names["_sa_class_manager"] = manager_of_class(noun)
    return new_class(noun.__name__, (noun,), exec_body=lambda body: body.update(names))


def noun_of(row: Row) -> type[Row]:
    """Give the class of `planner.model` that a row is of, in a plan or not."""
    noun: type[Row] = instance_state(row).class_
    return noun


def values_of(row: Base) -> tuple[Any, ...]:
    """Give the values of a row's own fields: equal as long as nothing in it has changed, from one plan to the next."""
    values: tuple[Any, ...] = _getter(noun_of(row))(row.__dict__)
    return values


def thought_of(noun: type[Row], **values: Any) -> Row:
    """Make a row that is in no file and no plan, to be looked at like one that is: what is not given is not known."""
    nothing = dict.fromkeys(column.key for column in noun.__table__.columns if column.default is None)
    return noun(**{**nothing, **values})


@cache
def _getter(noun: type[Base]) -> itemgetter[Any]:
    return itemgetter(*(attribute.key for attribute in inspect(noun).column_attrs))


@cache
def _defaults(noun: type[Base]) -> tuple[tuple[str, Any], ...]:
    """The defaults of a noun's fields; one that is made anew for each object is a function."""
    columns = [column for column in noun.__table__.columns if column.default is not None]
    return tuple((column.key, column.default.arg) for column in columns)


def new_uid() -> str:
    """Give a fresh identity for something that leaves the file (a calendar entry, a paper)."""
    return uuid4().hex


class Named:
    """Mixed into nouns that leave the file: they are known outside by a stored `uid`, never by the row's id."""

    uid: Mapped[str] = mapped_column(default=lambda: new_uid(), unique=True, nullable=False)
