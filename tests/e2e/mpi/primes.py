"""Counts the primes below a number (argument), each rank a part of them: a line with all of
them, and a line "host NAME N" with what the ranks of each host found."""
import collections
import socket
import sys

import numpy
from mpi4py import MPI


def primes_between(least, end):
    """How many there are from least up to end: what no number up to the root of end divides."""
    left = numpy.ones(end - least, dtype=bool)
    for divisor in range(2, int(end**0.5) + 1):
        first = max(divisor * divisor, (least + divisor - 1) // divisor * divisor)
        left[first - least :: divisor] = False
    return int(left.sum())


def main():
    world, end = MPI.COMM_WORLD, int(sys.argv[1])
    edges = [max(2, end * rank // world.size) for rank in range(world.size + 1)]
    mine = primes_between(edges[world.rank], edges[world.rank + 1])
    everything = world.allreduce(mine)
    parts = world.gather((socket.gethostname(), mine))
    if world.rank == 0:
        print("primes", everything)
        by_host = collections.Counter()
        for host, number in parts:
            by_host[host] += number
        for host, number in sorted(by_host.items()):
            print("host", host, number)


main()
