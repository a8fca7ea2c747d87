"""sum_mpi.py CODE SECONDS [once]: the ranks add up squares for that long, and end with CODE; with "once" rank 0 ends
with 7 the first time on its host."""
import pathlib
import socket
import sys
import time

from mpi4py import MPI

CODE, SECONDS = int(sys.argv[1]), float(sys.argv[2])
TRIED = pathlib.Path("/tmp/tried")


def main():
    world = MPI.COMM_WORLD
    if world.rank == 0:
        print("begun", *sys.argv[1:], flush=True)
        if sys.argv[3:] == ["once"] and not TRIED.exists():
            TRIED.touch()
            sys.exit(7)
    hosts = world.allgather(socket.gethostname())
    end = time.monotonic() + SECONDS
    while True:
        time.sleep(0.5)
        mine = sum(number * number for number in range(1 + world.rank, 101, world.size))
        if world.allreduce(mine) != 338350:
            sys.exit("wrong sum")
        if world.rank == 0:
            print("step", len(set(hosts)), flush=True)
        # All ranks have to agree about the time.
        if world.bcast(time.monotonic() >= end):
            break
    if world.rank == 0:
        print("sum 338350 by", *sorted(hosts), flush=True)
    sys.exit(CODE)


main()
