"""What is set up in the browser: tried first, kept apart, and then written into the settings."""
