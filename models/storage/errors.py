"""What can go wrong in the user's world, each as one plain sentence.

The database's own messages are never shown or logged: they quote people's data.
"""

from pathlib import Path


class StorageError(Exception):
    """Something outside the program keeps it from storing or reading; `str()` is the sentence to show.

    `waiting` is the sentence where what could not be stored is held on to, and tried again.
    """

    def __init__(self, sentence: str, waiting: str = "") -> None:
        super().__init__(sentence)
        self.waiting = waiting or sentence


class NewerDatabaseError(StorageError):
    """The file was written by a later version."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"The sessions in {path} were stored by a newer Askwell; please start that one.")


class OlderDatabaseError(StorageError):
    """The file must be brought up to date by someone who may write."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"The sessions in {path} were stored by an older Askwell and must be brought up to date first."
        )


class NotOursError(StorageError):
    """The file is a sound database, but not of Askwell."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"{path} is not a file of Askwell sessions; nothing in it was changed.")


class DamagedError(StorageError):
    """The file is not a database, or is broken inside."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"{path} is damaged or not a file of Askwell sessions; restoring a backup will put it right.")


class ReadOnlyError(StorageError):
    """The file or its folder cannot be written to, or not be opened."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"Askwell may not write in {path.parent}; choose another folder with --data-dir.")


class NotAFolderError(StorageError):
    """A file lies where the folder should be."""

    def __init__(self, folder: Path) -> None:
        super().__init__(f"{folder} is a file, not a folder; give a folder with --data-dir.")


class InTheWayError(StorageError):
    """A folder, or something else that is no file, has the name that the sessions should have."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"{path} is a folder or a device, where the file of sessions should be; move it elsewhere.")


class FullDiskError(StorageError):
    """No room is left."""

    def __init__(self, path: Path) -> None:
        full = f"The disk that holds {path.parent} is full; make room"
        super().__init__(f"{full}, then try again.", f"{full}, and what is new will be kept.")


class LockedError(StorageError):
    """Another program holds the file."""

    def __init__(self, path: Path) -> None:
        held = f"Another program is using {path}; close it"
        super().__init__(f"{held}, then try again.", f"{held}, and what is new will be kept.")


class DeviceError(StorageError):
    """The disk or network drive failed while reading or writing."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"The disk that holds {path} does not answer as it should; see that it is connected.")


class AlreadyStoredError(StorageError):
    """A session of that id is there."""

    def __init__(self, session_id: str) -> None:
        super().__init__(f"A session with the id {session_id} is already stored.")


class UnknownSessionError(StorageError):
    """No session of that id is there."""

    def __init__(self, session_id: str) -> None:
        super().__init__(f"No session with the id {session_id} is stored.")


class BackupError(StorageError):
    """A backup could not be written, or a file not be restored; the sentence says why."""
