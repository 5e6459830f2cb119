"""Loading: the built guide onto rental players and cards.

`preparing` decides what goes on each card, `variants` makes tracks as a kind of player wants them,
`conducting` loads and verifies side by side and keeps the ledger, `fleet` tells of all players.
"""
