"""Take addresses out of npm's lock: names, versions and hashes are enough to install from.

python -m tools.plain_lock requirements/node/package-lock.json
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

WITH_ADDRESSES = ("deprecated", "funding", "resolved")


def main() -> None:
    """Rewrite the lock named on the command line."""
    lock = Path(sys.argv[1])
    content = json.loads(lock.read_text(encoding="utf-8"))
    for package in content["packages"].values():
        for key in WITH_ADDRESSES:
            package.pop(key, None)
    lock.write_text(json.dumps(content, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
