"""How the fourteen pictures are drawn: the sheet, the geography, and one function a picture."""
