"""The page “Cần xử lý”: cases, measures, what is downloaded of them."""
