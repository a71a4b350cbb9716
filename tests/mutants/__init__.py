"""Small faults that the tests must notice: `python -m tests.mutants [ID …]`, run by hand."""
