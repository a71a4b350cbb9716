"""What becomes of dissatisfied responses: cases as the sum of their events, pure."""
