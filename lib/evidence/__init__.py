"""What makes alterations visible: a ledger of all responses ever read, and what was found by it."""
