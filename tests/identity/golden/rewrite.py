"""Write weighed.tsv anew.

`.venv/bin/python tests/identity/golden/rewrite.py`; run it after a wished change of what
is compared or how, read the difference line by line, and raise `WEIGHING_VERSION`.
"""

import sys
from pathlib import Path

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parents[2]))

from tests.identity.weighed import table  # noqa: E402 the path is set above

if __name__ == "__main__":
    (HERE / "weighed.tsv").write_text(table(), encoding="utf-8")
