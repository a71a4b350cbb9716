"""What earlier versions wrote, each in a folder of its own: every later one opens it."""
