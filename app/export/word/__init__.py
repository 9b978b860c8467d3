"""Word files: a document's blocks as headings, paragraphs and tables that go on being edited."""
