"""What pages are built of: markup, tables, cards, bars, charts, banners, phrases."""
