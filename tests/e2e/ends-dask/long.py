"""One task that takes as many seconds as the argument says."""
import sys
import time

from dask.distributed import Client, get_worker

SECONDS = int(sys.argv[1])


def rest():
    time.sleep(SECONDS)
    return get_worker().name.partition("@")[0]


with Client() as client:
    print("slept", SECONDS, "s on", client.submit(rest).result())
