"""Writing, listing, painting and reading cards."""
