"""Estimates pi with TASKS million pairs of random numbers: dice.py TASKS"""
import random
import sys

import ray


@ray.remote
def hits(seed):
    """How many of a million points of the unit square are in the circle."""
    dice = random.Random(seed)
    return sum(dice.random() ** 2 + dice.random() ** 2 < 1 for _ in range(1_000_000))


def main():
    tasks = int(sys.argv[1])
    ray.init()  # needs no address here
    total = sum(ray.get([hits.remote(seed) for seed in range(tasks)]))
    print("pi is about", 4 * total / tasks / 1_000_000)


main()
