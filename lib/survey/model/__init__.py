"""What everything else of a survey is told in: form, levels, periods, places, words."""
