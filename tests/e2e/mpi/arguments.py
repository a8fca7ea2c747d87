"""Rank 0 prints its arguments, one repr a line, what it is sent, and a variable of its pod; the
last rank ends with the number that the first argument is, while the others wait for it."""
import os
import sys

from mpi4py import MPI

world = MPI.COMM_WORLD
if world.rank == 0:
    for argument in sys.argv[1:]:
        print("argument", repr(argument))
    print("input", repr(sys.stdin.read()))
    print("WHOSE", repr(os.environ.get("WHOSE")), flush=True)
world.barrier()
if world.rank == world.size - 1:
    sys.exit(int(sys.argv[1]))
world.barrier()
