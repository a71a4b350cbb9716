"""Journeys through the running app in the installed Chromium."""
