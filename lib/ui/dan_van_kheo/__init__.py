"""What draws the Dân vận khéo register: its address, filters, pages."""
