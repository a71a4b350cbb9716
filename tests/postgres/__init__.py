"""A real PostgreSQL on this machine, from the programs that Debian's package installs."""
