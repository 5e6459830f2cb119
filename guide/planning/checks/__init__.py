"""What can be said of a guide before a visitor hears it, a module for each kind; `whole` is all of it.

Who needs one kind alone, as a build needs that of numbers, loads no other.
"""
