"""``python -m stillhere``: the same as the command ``stillhere``."""

from stillhere.cli import main

if __name__ == "__main__":
    main()
