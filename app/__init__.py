"""What the application does with a session: document, engine, autosave, library, layout, exports, command line."""
