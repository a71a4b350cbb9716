"""What each column asks, and what its answers mean."""
