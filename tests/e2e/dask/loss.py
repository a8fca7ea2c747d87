"""Makes arrays on the workers, says so, and adds up each of them slowly: a worker that goes
meanwhile takes some away. Prints the sum and how many arrays were made in all, some of
them perhaps twice; ends with 1 if the sum is wrong."""
import sys
import time

import numpy
from dask.distributed import Client, get_worker, wait

ARRAYS = 40
SIZE = 100_000


def make(number):
    get_worker().log_event("made", number)
    return numpy.full(SIZE, number)


def add(array):
    time.sleep(1)
    return int(array.sum())


def main():
    with Client() as client:
        client.wait_for_workers(2, timeout=120)
        arrays = client.map(make, range(ARRAYS), pure=False)
        wait(arrays)
        print("all arrays are there", flush=True)
        total = sum(client.gather(client.map(add, arrays, pure=False)))
        made = len(client.get_events("made"))
    print("sum", total)
    print("made", made)
    sys.exit(0 if total == SIZE * sum(range(ARRAYS)) else 1)


main()
