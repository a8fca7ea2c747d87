"""Finds the number up to LIMIT with the longest Collatz sequence: collatz.py LIMIT"""
import sys

from pyspark.sql import SparkSession


def steps(number):
    """How many steps it takes from the number to 1."""
    count = 0
    while number != 1:
        number = number // 2 if number % 2 == 0 else 3 * number + 1
        count += 1
    return count


def main():
    limit = int(sys.argv[1])
    spark = SparkSession.builder.appName("collatz").getOrCreate()
    numbers = spark.sparkContext.range(1, limit + 1, numSlices=64)
    longest, number = numbers.map(lambda number: (steps(number), number)).max()
    print(f"{number} takes {longest} steps, more than any other number up to {limit}", flush=True)
    spark.stop()


main()
