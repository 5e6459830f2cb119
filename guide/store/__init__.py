"""The disk: the cache of results, the lock, and the one writer that publishes a finished guide."""
