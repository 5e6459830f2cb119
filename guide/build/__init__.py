"""The build: reads, plans, has tracks made, assembles and publishes.

`conducting` is the one call; `recalling` answers without any of it when nothing has changed.
"""
