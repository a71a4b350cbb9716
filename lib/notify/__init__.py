"""Telling the office of new and of overdue cases: how many and where, never who or what."""
