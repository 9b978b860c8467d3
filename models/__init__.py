"""The domain as plain Python: the process, the session and all that it holds."""
