"""The page “So sánh”."""
