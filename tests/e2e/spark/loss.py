"""Works long enough to lose a worker meanwhile (argument: how many there are). When it prints
"half way", each worker holds cached blocks, shuffle files and a task; the sums come out
right only if all of that is handed over, or worked out again."""
import socket
import sys
import time
from operator import add

from pyspark.sql import SparkSession


def slowly(part):
    time.sleep(2)
    yield from part


def main():
    workers = int(sys.argv[1])
    spark = (
        SparkSession.builder.appName("loss")
        .config("spark.dynamicAllocation.initialExecutors", workers)
        .config("spark.cores.max", workers)
        .config("spark.scheduler.minRegisteredResourcesRatio", 1)
        .config("spark.scheduler.maxRegisteredResourcesWaitingTime", "120s")
        .getOrCreate()
    )
    numbers = spark.sparkContext.parallelize(range(600), 15).map(lambda n: (n % 5, n)).persist()
    quick = numbers.reduceByKey(add, 6)
    quick.count()
    hosts = set(numbers.mapPartitions(lambda part: [socket.gethostname()]).collect())
    print("half way on", *sorted(hosts), flush=True)
    slow = numbers.mapPartitions(slowly).reduceByKey(add, 6)
    print("sums", *sorted(quick.union(slow).reduceByKey(add, 1).collect()))
    spark.stop()


main()
