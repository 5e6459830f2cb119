"""The commands below `guide lexicon`."""
