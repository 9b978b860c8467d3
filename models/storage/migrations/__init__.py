"""The steps that bring a database file up to date, and how far one is. Alembic is loaded only to take a step."""

#: Every revision, oldest first. A file whose revision is not here is newer than this program.
REVISIONS: tuple[str, ...] = ("0001", "0002", "0003")

HEAD = REVISIONS[-1]
