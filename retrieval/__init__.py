"""Finding the right titles: encoding, indexing, recommending."""
