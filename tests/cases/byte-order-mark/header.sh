#!/bin/sh
# The manager of the cluster 'marked': creates, watches, reaches, uses and deletes it.
# Made by clusterc 0.1.0 from the profile profile.yaml, together with the manifest marked.yaml: keep the two side by side.
# Don't edit it: change the profile and generate it again. Begin with: sh marked.sh help
CLUSTERC_VERSION='0.1.0'
CLUSTER='marked'
NAMESPACE=''
TITLE='Apache Spark 4.1.2'
MANIFEST='marked.yaml'
MANIFEST_CKSUM='4215060308 15516'
INPUT_DIGEST='sha256:450096d9425c1f19973ecdc349b22043eb25d0a1f4e985985f6505ca5df79666'
SELECTOR='app.kubernetes.io/instance=marked,app.kubernetes.io/managed-by=clusterc'
OBJECTS='serviceaccount/marked
configmap/marked-config
service/marked-head
service/marked-worker
statefulset/marked-head
statefulset/marked-worker
networkpolicy/marked
secret/marked-auth'
KINDS='serviceaccount,configmap,service,statefulset,networkpolicy,secret'
WORKLOAD_KINDS='statefulset'
OTHER_KINDS='job'
FORMER_KINDS='job,poddisruptionbudget'
NEEDED_OBJECTS=''
POD_QUOTA='head pods=1 count/pods=1 cpu=2 requests.cpu=2 memory=4Gi requests.memory=4Gi ephemeral-storage=4Gi requests.ephemeral-storage=4Gi limits.cpu=2 limits.memory=4Gi limits.ephemeral-storage=4Gi
worker pods=1 count/pods=1 cpu=2 requests.cpu=2 memory=20Gi requests.memory=20Gi ephemeral-storage=20Gi requests.ephemeral-storage=20Gi limits.cpu=2 limits.memory=20Gi limits.ephemeral-storage=20Gi'
OBJECT_QUOTA='serviceaccount/marked count/serviceaccounts=1
configmap/marked-config configmaps=1 count/configmaps=1
service/marked-head services=1 count/services=1
service/marked-worker services=1 count/services=1
statefulset/marked-head count/statefulsets.apps=1
statefulset/marked-worker count/statefulsets.apps=1
networkpolicy/marked count/networkpolicies.networking.k8s.io=1
secret/marked-auth secrets=1 count/secrets=1'
ENDS=''
TLS_HOSTS=''
PAGE_ROLES='head'
SECRETS='marked-auth token'
SECRET_METADATA='---
metadata:
  labels:
    app.kubernetes.io/name: spark
    app.kubernetes.io/instance: marked
    app.kubernetes.io/version: "4.1.2"
    app.kubernetes.io/managed-by: clusterc
  annotations:
    clusterc/input-digest: sha256:450096d9425c1f19973ecdc349b22043eb25d0a1f4e985985f6505ca5df79666
'
NEEDS=''
HEAD='master'
WORKER='worker'
NOTEBOOK=''
GROUPS_OF_WORKERS=''
WORKERS='1'
LIFETIME='0'
IDLE='0'
PODS='2'
CPU='4'
MEMORY='24Gi'
STORAGE='24Gi'
GPUS='0'
POD_SIZES='head 1 2000 2000 4294967296 4294967296 4294967296 0 -
worker 1 2000 2000 21474836480 21474836480 21474836480 0 -'
SITE=''
SITE_LIMITS=''
WEB_PORTS='dashboard head 8080 - - / Spark master'
LOGIN_HOST=''
CONNECT='spark://marked-head:7077'
SUBMIT='/opt/spark/bin/spark-submit'
SUBMIT_DIR='/tmp'
MEMBERS='/bin/bash
-c
exec 3<>"/dev/tcp/$POD_IP/8080" && printf '\''GET /json/ HTTP/1.0\r\n\r\n'\'' >&3 && sed -n '\''s/.*"aliveworkers" : \([0-9][0-9]*\).*/\1/p'\'' <&3'
SMOKE='/opt/spark/bin/spark-submit'
SMOKE_FILE='smoke.py'
SMOKE_PROGRAM='"""Sums numbers on the cluster until every worker has taken part (argument: how many there are)."""
import os
import socket
import sys
import threading
import time

from pyspark.sql import SparkSession

workers, patience = int(sys.argv[1]), 120
tasks = {}


def told():
    shares = ", ".join(f"{worker}: {number} tasks" for worker, number in sorted(tasks.items()))
    return f"{len(tasks)} of {workers} workers computed ({shares or '\''none'\''})"


def give_up():
    print(f"after {patience} s, {told()}; do other programs hold the rest?", flush=True)
    os._exit(1)


def add(numbers):
    total = sum(numbers)
    time.sleep(0.2)
    yield socket.gethostname(), total


spark = (
    SparkSession.builder.appName("smoke")
    .config("spark.log.level", "ERROR")
    .config("spark.dynamicAllocation.initialExecutors", workers)
    .getOrCreate()
)
clock = threading.Timer(patience, give_up)
clock.daemon = True
clock.start()
while len(tasks) < workers:
    sums = spark.sparkContext.parallelize(range(10000), 4 * workers).mapPartitions(add).collect()
    if sum(total for _, total in sums) != 49995000:
        sys.exit(f"the sum is wrong: {sums}")
    for worker, _ in sums:
        tasks[worker] = tasks.get(worker, 0) + 1
clock.cancel()
spark.stop()
print(told())
'
