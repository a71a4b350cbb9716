"""Counts and what they allow to say; pure, knows no screen."""
