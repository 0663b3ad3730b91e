"""Telling: synopses by a text-generation model. Nothing here yet but the room itself."""
