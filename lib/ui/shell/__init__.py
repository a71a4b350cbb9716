"""What every page stands in: the script, the address, filters, roles, sharing, what moves live."""
