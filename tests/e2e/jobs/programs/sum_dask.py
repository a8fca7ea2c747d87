"""sum_dask.py CODE SECONDS [once]: adds up squares on the workers for that long, and ends with CODE; with "once" it
ends with 7 the first time in a pod."""
import pathlib
import sys
import time

print("begun", *sys.argv[1:], flush=True)
CODE, SECONDS = int(sys.argv[1]), float(sys.argv[2])
TRIED = pathlib.Path("/tmp/tried")
if sys.argv[3:] == ["once"] and not TRIED.exists():
    TRIED.touch()
    sys.exit(7)

from dask.distributed import Client, get_worker  # noqa: E402


def square(number):
    time.sleep(0.05)
    return number * number, get_worker().name.partition("@")[0]


def main():
    hosts = set()
    end = time.monotonic() + SECONDS
    with Client() as client:
        while True:
            done = client.gather(client.map(square, range(1, 101), pure=False))
            hosts.update(host for _, host in done)
            if sum(square for square, _ in done) != 338350:
                sys.exit("wrong sum")
            print("step", len(hosts), flush=True)
            if time.monotonic() >= end:
                break
    print("sum 338350 by", *sorted(hosts), flush=True)
    sys.exit(CODE)


main()
