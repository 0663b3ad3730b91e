"""Talking with people: understanding, dialogue, and the surfaces they meet Usher on."""
