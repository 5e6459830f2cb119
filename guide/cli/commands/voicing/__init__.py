"""The commands below `guide voices`."""
