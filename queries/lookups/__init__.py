"""Questions the program asks for itself: names to ids, and whether the store can answer."""
