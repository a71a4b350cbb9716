"""The page “Dữ liệu”: how each column was understood, and its correction."""
