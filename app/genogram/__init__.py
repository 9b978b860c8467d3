"""The genogram: layout in plain Python, and its drawing by the notation."""
