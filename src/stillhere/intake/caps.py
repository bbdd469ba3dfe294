"""What one file may cost before it is refused."""

from dataclasses import asdict, dataclass


@dataclass(frozen=True, slots=True)
class Caps:
    """Limits for one file; a file beyond any of them is refused as a whole.

    Attributes:
        bytes: Size of the file as it lies there.
        unzipped_bytes: Sum over the members of a workbook, unpacked.
        cells: Filled rows times their width, all sheets together.
        columns: Width of a header; a single wider row is set aside instead.
        seconds: CPU time of the child process that parses the file.
        memory_bytes: Address space of that process, where the system can limit it.
    """

    bytes: int = 256 * 1024**2
    unzipped_bytes: int = 512 * 1024**2
    cells: int = 30_000_000
    columns: int = 1_000
    seconds: int = 120
    memory_bytes: int = 2 * 1024**3

    def to_fields(self) -> dict[str, int]:
        """Plain numbers by name, for the child process."""
        return asdict(self)
