"""Data the application reads: processes, practice session, schema, fonts, icons. Read through app.resources."""
