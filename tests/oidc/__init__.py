"""An OpenID provider of our own on loopback, and a client that signs in with it."""
