"""The page of a session under way: steps, clock and words around the phase's workspace."""
