"""Documents: every page that can be taken away, seen before it is, then saved, printed or opened."""
