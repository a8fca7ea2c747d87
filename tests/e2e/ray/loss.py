"""Makes arrays on the workers, says so, and adds up each of them slowly: a worker that goes
meanwhile takes some away. Prints the sum; ends with 1 if it is wrong."""
import sys
import time

import numpy
import ray

ARRAYS = 40
SIZE = 100_000


# Large enough for the object store: a small result would go to the driver at once.
@ray.remote(num_cpus=1, scheduling_strategy="SPREAD")
def make(number):
    return numpy.full(SIZE, number)


@ray.remote(num_cpus=1, scheduling_strategy="SPREAD")
def add(array):
    time.sleep(1)
    return int(array.sum())


def main():
    ray.init(logging_level="warning")
    while ray.cluster_resources().get("CPU", 0) < 2:
        time.sleep(1)
    arrays = [make.remote(number) for number in range(ARRAYS)]
    ray.wait(arrays, num_returns=ARRAYS, fetch_local=False)
    print("all arrays are there", flush=True)
    total = sum(ray.get([add.remote(array) for array in arrays]))
    print("sum", total)
    sys.exit(0 if total == SIZE * sum(range(ARRAYS)) else 1)


main()
