"""Counts the words of a file that lies beside the driver (argument): a line "word WORD N"
for each of them, and a line "host NAME N" with the number of parts each worker counted."""
import socket
import sys
from operator import add

from pyspark.sql import SparkSession


def count(part):
    yield ("host", socket.gethostname()), 1
    words = {}
    for line in part:
        for word in line.split(" "):
            words[word] = words.get(word, 0) + 1
    for word, number in words.items():
        yield ("word", word), number


def main():
    # No task before both workers are there: otherwise the first one to come
    # may have done everything.
    spark = (
        SparkSession.builder.appName("wordcount")
        .config("spark.dynamicAllocation.initialExecutors", 2)
        .config("spark.cores.max", 2)
        .config("spark.scheduler.minRegisteredResourcesRatio", 1)
        .config("spark.scheduler.maxRegisteredResourcesWaitingTime", "120s")
        .getOrCreate()
    )
    with open(sys.argv[1], encoding="utf-8") as text:
        lines = text.read().splitlines()
    counted = spark.sparkContext.parallelize(lines, 24).mapPartitions(count)
    for (kind, name), number in counted.reduceByKey(add, 4).collect():
        print(kind, name, number)
    spark.stop()


main()
