"""The first page: sessions to come, under way and done."""
