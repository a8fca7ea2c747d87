"""Occupies the cluster until somebody ends it."""
import time

from pyspark.sql import SparkSession

spark = SparkSession.builder.appName("sleep").getOrCreate()
spark.sparkContext.parallelize(range(2), 2).foreach(lambda _: time.sleep(3600))
