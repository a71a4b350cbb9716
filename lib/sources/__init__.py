"""Where rows come from: Google Sheets, files, and the one reader that watches them."""
