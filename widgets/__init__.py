"""The windows: one workspace per kind of phase, the genogram canvas, the theme."""
