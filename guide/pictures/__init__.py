"""Pictures: a museum's drawing or photograph checked, and its raster copies made."""
