"""Run by Alembic: each step is one transaction, so that a step that fails leaves the file as it was."""

from alembic import context

from models.storage.tables import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    transactional_ddl=True,  # Alembic thinks SQLite cannot; with our own BEGIN it can
    transaction_per_migration=True,
)
with context.begin_transaction():
    context.run_migrations()
