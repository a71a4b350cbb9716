"""The rooms of the explorer; each one's subject is in its own first line."""
