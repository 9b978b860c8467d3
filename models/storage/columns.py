"""What the columns hold: each field's type, stored so that another database can hold it as well."""

import json
from collections.abc import Callable
from datetime import UTC, datetime
from enum import StrEnum

from sqlalchemy import DateTime, Dialect, Text, TypeDecorator

from models.words import whole


class Words(TypeDecorator[str]):
    """Any text that people type; halves of characters, which no encoding can hold, are mended."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, _dialect: Dialect) -> str | None:
        return None if value is None else whole(value)


class OneOf(TypeDecorator[StrEnum]):
    """A value of an enumeration, stored as its text."""

    impl = Text
    cache_ok = True

    def __init__(self, values: type[StrEnum]) -> None:
        super().__init__()
        self.values = values

    def process_bind_param(self, value: StrEnum | None, _dialect: Dialect) -> str | None:
        return None if value is None else value.value

    def result_processor(self, _dialect: Dialect, _coltype: object) -> Callable[[str | None], StrEnum | None]:
        """A look-up in a table: a session of a thousand cards has four thousand of these."""
        known: dict[str | None, StrEnum | None] = {value.value: value for value in self.values}
        return (known | {None: None}).__getitem__


class Texts(TypeDecorator[tuple[str, ...]]):
    """A short list of texts in their order, as JSON text."""

    impl = Text
    cache_ok = True

    def __init__(self, values: type[str] = str) -> None:
        super().__init__()
        self.values = values

    def process_bind_param(self, value: tuple[str, ...] | None, _dialect: Dialect) -> str:
        return json.dumps([str(part) for part in value or ()])

    def process_result_value(self, value: str | None, _dialect: Dialect) -> tuple[str, ...]:
        return tuple(self.values(part) for part in json.loads(value or "[]"))


class Moment(TypeDecorator[datetime]):
    """A time in UTC; SQLite forgets the zone, so it is put back."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, _dialect: Dialect) -> datetime | None:
        return None if value is None else value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, _dialect: Dialect) -> datetime | None:
        return None if value is None else value.replace(tzinfo=UTC)
