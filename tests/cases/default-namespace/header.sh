#!/bin/sh
# The manager of the cluster 'wordcount': creates, watches, reaches, uses and deletes it.
# Made by clusterc 0.1.0 from the profile profile.yaml, together with the manifest wordcount.yaml: keep the two side by side.
# Don't edit it: change the profile and generate it again. Begin with: sh wordcount.sh help
CLUSTERC_VERSION='0.1.0'
CLUSTER='wordcount'
NAMESPACE='default'
TITLE='Apache Spark 4.1.2'
MANIFEST='wordcount.yaml'
MANIFEST_CKSUM='1413573199 14757'
INPUT_DIGEST='sha256:a0cb0c767379d5d9764ce185197b58e8eb9f16b5714e8acccce5f40792965592'
SELECTOR='app.kubernetes.io/instance=wordcount,app.kubernetes.io/managed-by=clusterc'
OBJECTS='serviceaccount/wordcount
configmap/wordcount-config
service/wordcount-head
service/wordcount-worker
statefulset/wordcount-head
statefulset/wordcount-worker
networkpolicy/wordcount'
SECRETS=''
HEAD='master'
WORKER='worker'
NOTEBOOK=''
WORKERS='1'
PODS='2'
CPU='4'
MEMORY='24Gi'
STORAGE='24Gi'
GPUS='0'
WEB_PORTS='dashboard head 8080 - - / Spark master'
CONNECT='spark://wordcount-head:7077'
SUBMIT='/opt/spark/bin/spark-submit'
SUBMIT_DIR='/tmp'
MEMBERS='/bin/bash
-c
exec 3<>"/dev/tcp/$POD_IP/8080" && printf '\''GET /json/ HTTP/1.0\r\n\r\n'\'' >&3 && sed -n '\''s/.*"aliveworkers" : \([0-9][0-9]*\).*/\1/p'\'' <&3'
SMOKE=''
SMOKE_FILE=''
SMOKE_PROGRAM=''
