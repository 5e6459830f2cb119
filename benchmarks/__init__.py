"""Benchmarks: each prints a table of ratios, both sides measured in one run. See `python -m benchmarks`."""
