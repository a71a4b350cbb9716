"""The documents that people take along."""
