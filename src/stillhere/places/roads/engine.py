"""The door to scipy: shortest ways and nearest points. Imported when a way is asked for."""

from typing import Final

import numpy as np
import numpy.typing as npt

from stillhere.errors import StillHereError

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]
FAR: Final = np.inf
"""In place of a time where there is no way."""


def shortest(begins: Ints, ends: Ints, times: Floats, sources: Ints) -> Floats:
    """Time from each source to each node.

    Args:
        begins: Where the edges of each node begin in the next two; one more at the end.
        ends: The node each edge leads to.
        times: Of each edge, whole milliseconds, at least 1; `FAR` for a closed one.
        sources: Numbers of nodes.

    Returns:
        A row per source: exact sums of the whole numbers, whatever the order of adding;
        `FAR` where no way leads.

    Raises:
        StillHereError: `places/no-scipy`.

    Source: Dijkstra's algorithm as scipy.sparse.csgraph has it.
    """
    try:
        from scipy.sparse import csr_array  # noqa: PLC0415 (an extra)
        from scipy.sparse.csgraph import dijkstra  # noqa: PLC0415 (an extra)
    except ImportError as error:
        raise StillHereError("places/no-scipy") from error
    count = len(begins) - 1
    edges = csr_array((times, ends.astype(np.int32), begins), shape=(count, count))
    found: Floats = dijkstra(edges, indices=sources)
    return found


def islands(ends: tuple[Ints, Ints], count: int) -> Ints:
    """Number of the island each node is part of, whichever way its edges lead.

    Raises:
        StillHereError: `places/no-scipy`.
    """
    try:
        from scipy.sparse import coo_array  # noqa: PLC0415 (an extra)
        from scipy.sparse.csgraph import connected_components  # noqa: PLC0415 (an extra)
    except ImportError as error:
        raise StillHereError("places/no-scipy") from error
    edges = coo_array((np.ones(len(ends[0])), ends), shape=(count, count))
    _, found = connected_components(edges, directed=False)
    return np.asarray(found, dtype=np.int64)


def nearest(points: Floats, asked: Floats, number: int, within: float) -> Ints:
    """The nearest of some points to each point asked for.

    Args:
        points: A row of x and y each.
        asked: Likewise.
        number: How many for each.
        within: No further than this.

    Returns:
        A row of numbers of points per point asked for, nearest first; ``len(points)``
        where there are fewer.

    Raises:
        StillHereError: `places/no-scipy`.
    """
    try:
        from scipy.spatial import cKDTree  # noqa: PLC0415 (an extra)
    except ImportError as error:
        raise StillHereError("places/no-scipy") from error
    _, found = cKDTree(points).query(asked, number, distance_upper_bound=within)
    return np.asarray(found, dtype=np.int64).reshape(len(asked), number)
