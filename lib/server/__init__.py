"""What stands between the network and the script: headers, guards, words, the live socket."""
