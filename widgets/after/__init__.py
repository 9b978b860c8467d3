"""The page after a session: the record, its page as it will print, exports."""
