"""Prints where the packages come from, and their versions: here, and on each worker. The image's numpy stays its own."""
import platform

from dask.distributed import Client


def versions():
    import humanize
    import numexpr
    import numpy

    places = {module.__name__: module.__file__ for module in (humanize, numexpr)}
    assert all(place.startswith("/opt/packages/") for place in places.values()), places
    assert not numpy.__file__.startswith("/opt/packages/"), numpy.__file__
    return f"humanize {humanize.__version__} numexpr {numexpr.__version__} on {platform.node()}"


print(versions())
with Client() as client:
    client.wait_for_workers(2, timeout=60)
    for line in client.run(versions).values():
        print(line)
