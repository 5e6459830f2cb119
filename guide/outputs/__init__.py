"""Outputs: pure functions from the finished guide to files. One writer publishes what they return."""
