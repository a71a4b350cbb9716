"""The page “Tác động”: what came of models and measures."""
