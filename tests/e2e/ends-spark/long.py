"""One task that takes as many seconds as the argument says."""
import socket
import sys
import time

from pyspark.sql import SparkSession

SECONDS = int(sys.argv[1])


def rest(_):
    time.sleep(SECONDS)
    return socket.gethostname()


spark = SparkSession.builder.appName("long").getOrCreate()
print("slept", SECONDS, "s on", spark.sparkContext.parallelize([0], 1).map(rest).first())
spark.stop()
