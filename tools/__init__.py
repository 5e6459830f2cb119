"""Small scripts of the project itself, run by the Makefile with a bare Python; no museum needs them."""
