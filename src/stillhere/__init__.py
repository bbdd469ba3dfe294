"""Still Here: who left, who arrived, who is still there."""

__version__ = "0.1.0"
