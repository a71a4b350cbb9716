"""What remains of a question when its words, its column or its sheet change."""
