"""Tests of Word files, by reading them back as Word does."""
