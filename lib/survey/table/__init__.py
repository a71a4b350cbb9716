"""From the cells of a source to rows, coded columns and times."""
