"""What was done about responses, kept for good: events that are added and never rewritten."""
