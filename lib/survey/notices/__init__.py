"""What is said of how the form was read."""
