"""`guide lexicon`: how names are said."""

from __future__ import annotations

from guide.cli.door import Group

command = Group("lexicon", "guide.cli.commands.lexicons", ("check", "import", "export"), help="help-lexicon")
