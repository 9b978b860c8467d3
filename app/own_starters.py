"""A team's own question starters: a file of this computer, of the same words as ours, that can be copied to another.

It may have been written by hand: comments stay, and a file that cannot be read is left exactly as it is.
"""

from pathlib import Path

import tomlkit
from PySide6.QtCore import QObject, Signal
from tomlkit.items import AoT

from app.output import OutputError, write_file
from models.starters import Starter, StarterError, as_table, load_starters

NAME = "own_starters.toml"
#: More than this nobody has written by hand: another file was taken for it.
MOST_BYTES = 2_000_000
_HEAD = """\
# Our team's own question starters. Askwell reads and writes this file; it can be copied to another computer.
# They are shared by all cases: no name of a child, a family or a worker belongs here. Gaps stand in [brackets].
"""


class OwnStarters(QObject):
    """The team's starters as the file has them now, in its order.

    Signals:
        changed: there are others now.
    """

    changed = Signal()

    def __init__(self, file: Path | None, parent: QObject | None = None) -> None:
        """`file` None keeps them until the end."""
        super().__init__(parent)
        self._file = file
        self._text = ""
        self.starters: tuple[Starter, ...] = ()
        self.trouble = ""
        self.read()

    def read(self) -> None:
        """Read the file anew; where that fails, `trouble` says so in a sentence and there are none."""
        before = self.starters
        try:
            self._text, self.starters = self._read(self._file) if self._file else (self._text, self.starters)
            self.trouble = ""
        except StarterError as error:
            self.starters = ()
            self.trouble = f"Your team's own starters cannot be read, and the file is left as it is: {error}."
        if before != self.starters:
            self.changed.emit()

    def add(self, *starters: Starter) -> int:
        """Add those that are not there yet, and give how many; StarterError or OutputError where it cannot be."""
        self._refresh()
        there = {each.text for each in self.starters}
        new = [each for each in {each.text: each for each in starters}.values() if each.text not in there]
        if new:
            document = tomlkit.parse(self._text or _HEAD)
            entries = _entries(document)
            for each in new:
                entries.append(_item(each))
            self._write(document)
        return len(new)

    def change(self, old: Starter, new: Starter) -> None:
        """Put one in the place of another; where that has gone meanwhile, at the end."""
        self._refresh()
        if old not in self.starters:
            self.add(new)
            return
        document = tomlkit.parse(self._text)
        entry = _entries(document)[self.starters.index(old)]
        for field in set(entry) - set(as_table(new)):
            del entry[field]
        entry.update(as_table(new))
        self._write(document)

    def remove(self, starter: Starter) -> None:
        """Take one out."""
        self._refresh()
        if starter in self.starters:
            document = tomlkit.parse(self._text)
            del _entries(document)[self.starters.index(starter)]
            if not _entries(document):
                del document["starters"]
            self._write(document)

    def take_in(self, file: Path) -> tuple[int, int]:
        """Add what another file has; gives how many were new and how many were there already."""
        found = self._read(file)[1]
        new = self.add(*found)
        return new, len(found) - new

    def save_copy(self, file: Path) -> None:
        """Write them to another place; OutputError where that fails."""
        write_file(file, (self._text or _HEAD).encode())

    def _refresh(self) -> None:
        """Never write over what somebody did to the file meanwhile, or over what cannot be read."""
        self.read()
        if self.trouble:
            raise StarterError(self.trouble.rstrip("."))

    def _read(self, file: Path) -> tuple[str, tuple[Starter, ...]]:
        name = "".join(letter if letter.isprintable() else "?" for letter in file.name)
        try:
            if not file.exists():
                return "", ()
            if file.stat().st_size > MOST_BYTES:
                raise StarterError(f"{name} is too large to be a file of starters")
            text = file.read_bytes().decode("utf-8-sig")
        except OSError as error:
            raise StarterError(f"{name} cannot be opened ({(error.strerror or 'the disk failed').lower()})") from None
        except UnicodeDecodeError:
            raise StarterError(f"{name} is no text in UTF-8") from None
        return text, load_starters(text, name, may_be_empty=True)

    def _write(self, document: tomlkit.TOMLDocument) -> None:
        text = tomlkit.dumps(document)
        starters = load_starters(text, NAME, may_be_empty=True)  # whatever is written can be read again
        if self._file is not None:
            try:
                self._file.parent.mkdir(parents=True, exist_ok=True)
            except OSError as error:
                raise OutputError(self._file, (error.strerror or "the disk failed").lower()) from None
            write_file(self._file, text.encode())
        self._text, self.starters = text, starters
        self.changed.emit()


def _entries(document: tomlkit.TOMLDocument) -> AoT:
    """The list of entries, made where there is none."""
    if "starters" not in document:
        document.add(tomlkit.nl())
        document.add("starters", tomlkit.aot())
    found = document["starters"]
    if not isinstance(found, AoT):
        raise StarterError(f"{NAME}, field 'starters': write each as a table of its own, [[starters]]")
    return found


def _item(starter: Starter) -> tomlkit.items.Table:
    table = tomlkit.table()
    for field, value in as_table(starter).items():
        table.add(field, value)
    table.add(tomlkit.nl())
    return table
