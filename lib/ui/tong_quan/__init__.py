"""The page “Tổng quan”."""
