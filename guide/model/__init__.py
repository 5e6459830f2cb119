"""The ground floor: the trade's nouns as plain values.

Nothing here opens a file, reads a clock or needs a third-party package. Units stand in
names (`seconds`, `gain_db`, `target_lufs`); languages are BCP 47 tags.
"""
