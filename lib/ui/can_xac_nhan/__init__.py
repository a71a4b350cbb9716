"""The page “Cần xác nhận”: how answers count that the product does not know, settled at once."""
