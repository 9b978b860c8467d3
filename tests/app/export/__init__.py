"""Tests of what leaves the application, by reading it back."""
