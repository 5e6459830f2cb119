"""Sound: what a museum supplies comes in, a mix is made, mastered, encoded, tagged and measured.

Samples are mono float32 of shape (n,), full scale at +-1.0, everywhere in this room. Nothing
here knows engines, scripts or folders: values in, samples or bytes out.
"""
