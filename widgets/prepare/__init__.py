"""The page on which a session is prepared: people, case, date."""
