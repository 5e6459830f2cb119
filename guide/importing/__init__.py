"""Documents of office programs in, scripts out. Pure: bytes come in, nothing is opened or fetched.

`read_document` reads Word, OpenDocument, Markdown and plain text into one shape; `divide` makes
scripts of it, one a heading. What a script has no place for is named in a finding: nothing is
left out in silence.

The two office formats are read here with the standard library and not by a converter. A
converter's HTML would have to be read again, the one that was tried (mammoth) flattens tables
and drops deletions without a word, and the limits that a stranger's file needs (size, ratio,
depth, no document type, nothing from outside) belong before the first byte is unpacked.
"""

from __future__ import annotations

from guide.importing.dividing import Division, divide
from guide.importing.document import Document
from guide.importing.kinds import KINDS, read_document

__all__ = ["KINDS", "Division", "Document", "divide", "read_document"]
