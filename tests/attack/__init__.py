"""Strangers and bad luck, let loose at random on a server of this machine; see `__main__`."""
