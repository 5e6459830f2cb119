"""Thinking: values in, a plan or findings out. Touches neither disk nor engine."""
