"""Counts the primes below a bound (standard input): the number of them, and a line
"worker NAME N" with the number of parts each worker counted."""
import collections
import sys

from dask.distributed import Client, get_worker

PARTS = 20


def count(first, last):
    primes = 0
    for number in range(max(first, 2), last):
        divisor = 2
        while divisor * divisor <= number and number % divisor:
            divisor += 1
        primes += divisor * divisor > number
    return get_worker().name.partition("@")[0], primes


def main():
    bound = int(sys.stdin.readline())
    edges = [bound * part // PARTS for part in range(PARTS + 1)]
    with Client() as client:
        # Otherwise the first worker to come may have done everything.
        client.wait_for_workers(2, timeout=120)
        done = client.gather(client.map(count, edges[:-1], edges[1:], pure=False))
    print("primes", sum(primes for _, primes in done))
    for name, parts in collections.Counter(name for name, _ in done).items():
        print("worker", name, parts)


main()
