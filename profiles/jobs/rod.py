"""Heat in a rod of 100,000 cells whose left end is hot, for STEPS steps: rod.py STEPS"""
import sys

import numpy
from mpi4py import MPI

CELLS = 100_000


def main():
    steps, world = int(sys.argv[1]), MPI.COMM_WORLD
    left = world.rank - 1 if world.rank > 0 else MPI.PROC_NULL
    right = world.rank + 1 if world.rank < world.size - 1 else MPI.PROC_NULL
    # This rank's part of the rod, with one cell of each neighbour's at its ends.
    first, last = CELLS * world.rank // world.size, CELLS * (world.rank + 1) // world.size
    heat = numpy.zeros(last - first + 2)
    for _ in range(steps):
        if world.rank == 0:
            heat[0] = 1.0
        world.Sendrecv(heat[1:2], left, recvbuf=heat[-1:], source=right)
        world.Sendrecv(heat[-2:-1], right, recvbuf=heat[:1], source=left)
        heat[1:-1] += 0.4 * (heat[:-2] - 2 * heat[1:-1] + heat[2:])
    total = world.reduce(heat[1:-1].sum())
    if world.rank == 0:
        print(f"{world.size} ranks, {steps} steps: the rod holds {total:.3f}")


main()
