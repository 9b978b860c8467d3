"""The only code that knows the database: its file, tables, migrations and backups. Rows never leave it.

Importing this package imports no database library; `models.storage.store` does.
"""
