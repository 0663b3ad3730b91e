"""Alembic runs this file; the connection comes from `data.migrations.upgrade`."""

from alembic import context

from data.history import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata)
with context.begin_transaction():
    context.run_migrations()
