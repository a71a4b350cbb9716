"""What draws the page on which the app is set up."""
