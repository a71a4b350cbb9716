"""Speed and weight, measured and printed; nothing here passes or fails a test."""
