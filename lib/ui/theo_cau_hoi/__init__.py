"""The page “Theo câu hỏi”."""
