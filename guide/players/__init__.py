"""Rental players and cards: everything that touches a mounted device, and nothing else does.

What goes on a card is decided elsewhere (`guide.outputs.cards`); this room writes it so that a
card pulled at any instant keeps whole files, reads it back, and keeps the museum's ledger. It
needs the standard library alone.
"""
