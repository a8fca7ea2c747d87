import socket
import time

from pyspark.sql import SparkSession

spark = SparkSession.builder.getOrCreate()


def add(numbers):
    time.sleep(0.5)
    yield socket.gethostname(), sum(numbers)


# The second worker gets its executor only when the first one can't keep up.
workers, start = set(), time.monotonic()
while len(workers) < 2 and time.monotonic() - start < 180:
    sums = spark.sparkContext.parallelize(range(1000), 8).mapPartitions(add).collect()
    workers |= {worker for worker, _ in sums}
print("sum", sum(total for _, total in sums), "by", *sorted(workers), "for", socket.gethostname())
print("heap of the driver:", spark.sparkContext.getConf().get("spark.driver.memory"))
spark.stop()
