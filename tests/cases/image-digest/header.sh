#!/bin/sh
# The manager of the cluster 'wordcount': creates, watches, reaches, uses and deletes it.
# Made by clusterc 0.1.0 from the profile profile.yaml, together with the manifest wordcount.yaml: keep the two side by side.
# Don't edit it: change the profile and generate it again. Begin with: sh wordcount.sh help
CLUSTERC_VERSION='0.1.0'
CLUSTER='wordcount'
NAMESPACE=''
TITLE='Apache Spark'
MANIFEST='wordcount.yaml'
MANIFEST_CKSUM='776820702 14279'
INPUT_DIGEST='sha256:44a7f8800f959c18f573922b8315f9ab9e25adbb20a3b0e9e9927b26a69f6a13'
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
