"""Waits for as many workers as the argument says; each has to import what lies beside this file."""
import socket
import sys

from dask.distributed import Client

import squares


def on_worker(number):
    return socket.gethostname(), squares.square(number)


with Client() as client:
    print("waiting", flush=True)
    client.wait_for_workers(int(sys.argv[1]), timeout=120)
    for name in client.scheduler_info()["workers"]:
        print("worker", *client.submit(on_worker, 9, workers=[name], pure=False).result())
