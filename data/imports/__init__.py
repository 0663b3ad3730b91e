"""Public data sets and spreadsheets → a catalogue. One file a source; `importing` is the way in."""
