"""guide: from one text script a stop and language to a finished audio guide."""

__version__ = "0.1.0"
