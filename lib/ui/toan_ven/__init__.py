"""The page “Toàn vẹn dữ liệu”: what was altered, and every reading."""
