"""One command a file. A command's module is imported only when it is asked for."""
