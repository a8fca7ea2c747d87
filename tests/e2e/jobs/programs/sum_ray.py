"""sum_ray.py CODE SECONDS [once]: adds up squares on the workers for that long, and ends with CODE; with "once" it ends
with 7 the first time in a pod."""
import pathlib
import socket
import sys
import time

print("begun", *sys.argv[1:], flush=True)
CODE, SECONDS = int(sys.argv[1]), float(sys.argv[2])
TRIED = pathlib.Path("/tmp/tried")
if sys.argv[3:] == ["once"] and not TRIED.exists():
    TRIED.touch()
    sys.exit(7)

import ray  # noqa: E402


@ray.remote(num_cpus=0.1, scheduling_strategy="SPREAD")
def square(number):
    time.sleep(0.1)
    return number * number, socket.gethostname()


def main():
    hosts = set()
    end = time.monotonic() + SECONDS
    ray.init(logging_level="warning")
    while True:
        done = ray.get([square.remote(number) for number in range(1, 101)])
        hosts.update(host for _, host in done)
        if sum(square for square, _ in done) != 338350:
            sys.exit("wrong sum")
        print("step", len(hosts), flush=True)
        if time.monotonic() >= end:
            break
    print("sum 338350 by", *sorted(hosts), flush=True)
    sys.exit(CODE)


main()
