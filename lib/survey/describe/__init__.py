"""What an office states of its survey in survey.toml."""
