"""Counts the primes below a bound (standard input): the number of them, and a line
"worker NAME N" with the number of parts each worker counted."""
import collections
import socket
import sys
import time

import ray

PARTS = 20


@ray.remote(num_cpus=1, scheduling_strategy="SPREAD")
def count(first, last):
    primes = 0
    for number in range(max(first, 2), last):
        divisor = 2
        while divisor * divisor <= number and number % divisor:
            divisor += 1
        primes += divisor * divisor > number
    return socket.gethostname(), primes


def main():
    bound = int(sys.stdin.readline())
    edges = [bound * part // PARTS for part in range(PARTS + 1)]
    ray.init(logging_level="warning")
    # Otherwise the first worker to come may have done everything.
    while ray.cluster_resources().get("CPU", 0) < 2:
        time.sleep(1)
    done = ray.get([count.remote(first, last) for first, last in zip(edges, edges[1:])])
    print("primes", sum(primes for _, primes in done))
    for name, parts in collections.Counter(name for name, _ in done).items():
        print("worker", name, parts)


main()
