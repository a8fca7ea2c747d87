"""Where the profile's module comes from, and its version: here, and on each worker."""
import sys

import numbers_of_ours
from dask.distributed import Client


def on_worker(number):
    import numbers_of_ours

    return numbers_of_ours.twice(number), numbers_of_ours.__file__, numbers_of_ours.VERSION


with Client() as client:
    client.wait_for_workers(2, timeout=60)
    answers = [client.submit(on_worker, 21, workers=[name], pure=False).result()
               for name in client.scheduler_info()["workers"]]
print("head", numbers_of_ours.__file__, numbers_of_ours.VERSION)
for answer in answers:
    print("worker", *answer)
sys.exit(len(answers) != 2)
