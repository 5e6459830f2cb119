"""The door: Click commands, one a file, each of them options, one call, one report."""
