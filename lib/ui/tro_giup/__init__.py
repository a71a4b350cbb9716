"""The page “Trợ giúp”: what the words mean."""
