"""The presentation: the view in the address as slides, for a room of leaders."""
