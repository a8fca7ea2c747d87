"""sum_spark.py CODE SECONDS [once]: adds up squares on the workers for that long, and ends with CODE; with "once" it
ends with 7 the first time in a pod."""
import pathlib
import socket
import sys
import time

print("begun", *sys.argv[1:], flush=True)
CODE, SECONDS = int(sys.argv[1]), float(sys.argv[2])
TRIED = pathlib.Path("/tmp/tried")
if sys.argv[3:] == ["once"] and not TRIED.exists():
    TRIED.touch()
    sys.exit(7)

from pyspark.sql import SparkSession  # noqa: E402


def square(number):
    time.sleep(0.05)
    return number * number, socket.gethostname()


def main():
    hosts = set()
    end = time.monotonic() + SECONDS
    # No task before both workers are there: otherwise the first one to come may do everything.
    spark = (
        SparkSession.builder.appName("sum")
        .config("spark.dynamicAllocation.initialExecutors", 2)
        .config("spark.cores.max", 2)
        .config("spark.scheduler.minRegisteredResourcesRatio", 1)
        .config("spark.scheduler.maxRegisteredResourcesWaitingTime", "120s")
        .getOrCreate()
    )
    while True:
        done = spark.sparkContext.parallelize(range(1, 101), 8).map(square).collect()
        hosts.update(host for _, host in done)
        if sum(square for square, _ in done) != 338350:
            sys.exit("wrong sum")
        print("step", len(hosts), flush=True)
        if time.monotonic() >= end:
            break
    print("sum 338350 by", *sorted(hosts), flush=True)
    spark.stop()
    sys.exit(CODE)


main()
