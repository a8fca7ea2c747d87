"""Counts the primes below LIMIT: primes.py LIMIT"""
import math
import sys

import numpy
from dask.distributed import Client

STEP = 250_000


def count(first, last):
    """How many of the numbers from first to last - 1 are prime."""
    sieve = numpy.ones(last - first, dtype=bool)
    sieve[:max(0, 2 - first)] = False
    for divisor in range(2, math.isqrt(last) + 1):
        start = max(divisor * divisor, -(-first // divisor) * divisor)
        sieve[start - first::divisor] = False
    return int(sieve.sum())


def main():
    limit = int(sys.argv[1])
    client = Client()  # needs no address here
    firsts = range(0, limit, STEP)
    counts = client.map(count, firsts, [min(first + STEP, limit) for first in firsts])
    total = sum(client.gather(counts))
    print(f"{total} primes below {limit}, counted on {len(client.nthreads())} workers")


main()
