"""What a form asks and what people answered; pure, no screen and no network."""
