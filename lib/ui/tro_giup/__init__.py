"""The page “Trợ giúp”: the guide of the office, and what the words mean."""
