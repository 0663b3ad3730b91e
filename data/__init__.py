"""What is known: the catalogue, the people's history, and figures about both."""
