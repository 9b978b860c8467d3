"""Reads tables of our resource files field by field, and says exactly where one is wrong."""

from collections.abc import Sequence
from typing import Any

_WANTED = {str: "text", bool: "true or false", list: "a list", dict: "a table"}


class TableError(ValueError):
    """A resource file that cannot be used; the message names file, place and field."""


class TableReader:
    """Takes fields out of one table. `where` names file and place; `error` is the class of what is raised."""

    def __init__(self, table: Any, where: str, error: type[TableError] = TableError) -> None:
        self.where = where
        self.error = error
        if not isinstance(table, dict):
            raise error(f"{where}: must be a table")
        self.table: dict[str, Any] = dict(table)

    def fail(self, field: str, what: str) -> TableError:
        """The error to raise for a field."""
        return self.error(f"{self.where}, field '{field}': {what}")

    def take(self, field: str, kind: type | tuple[type, ...], default: Any = None) -> Any:
        """A field's value, of the kind wanted; without a default it must be there."""
        if field not in self.table:
            if default is None:
                raise self.fail(field, "is missing")
            return default
        value = self.table.pop(field)
        kinds = kind if isinstance(kind, tuple) else (kind,)
        if not isinstance(value, kinds) or (isinstance(value, bool) and bool not in kinds):
            raise self.fail(field, f"must be {_WANTED.get(kinds[0], 'a number')}")
        return value

    def words(self, field: str) -> str:
        """Text that must not be empty."""
        value: str = self.take(field, str)
        if not value.strip():
            raise self.fail(field, "must not be empty")
        return value

    def one_of(self, field: str, allowed: Sequence[str], default: str | None = None) -> str:
        """One of the texts allowed, or the default."""
        value: str = self.take(field, str, default)
        if value not in allowed and value != default:
            raise self.fail(field, f"'{value}' is not one of {', '.join(allowed)}")
        return value

    def texts(self, field: str) -> tuple[str, ...]:
        """A list of texts, none of them empty; nothing where the field is absent."""
        values = self.take(field, list, [])
        if not all(isinstance(value, str) and value.strip() for value in values):
            raise self.fail(field, "must be a list of texts, none of them empty")
        return tuple(values)

    def some_of(self, field: str, allowed: Sequence[str]) -> tuple[str, ...]:
        """A list of texts that are all allowed; nothing where the field is absent."""
        values = self.texts(field)
        for value in values:
            if value not in allowed:
                raise self.fail(field, f"'{value}' is not one of {', '.join(allowed)}")
        return values

    def tables(self, field: str, label: str) -> list["TableReader"]:
        """A reader for each table of a list; `label` is what one of them is called."""
        rows = self.take(field, list, [])
        return [TableReader(row, f"{self.where}, {label} {place}", self.error) for place, row in enumerate(rows, 1)]

    def unique(self, field: str, ids: Sequence[str]) -> None:
        """Fails where an id stands twice."""
        for found in ids:
            if ids.count(found) > 1:
                raise self.fail(field, f"the id '{found}' stands twice")

    def done(self) -> None:
        """Fails where a field is left that nothing took."""
        if self.table:
            raise self.fail(next(iter(self.table)), "is not known")
