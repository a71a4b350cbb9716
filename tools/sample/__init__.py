"""Makes the bundled sample, byte for byte the same."""
