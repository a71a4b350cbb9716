"""Everything that draws: the script, the address, the filters, markup, charts and words."""
