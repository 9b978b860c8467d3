"""The advisor's window and the private notes."""
