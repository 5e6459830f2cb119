"""Reading: text in, values out. Pure: nothing here opens a file.

`names` reads a script's file name, `script` its text, `lexicon` and `pls` lists of
pronunciations; `printing` writes a script back.
"""
