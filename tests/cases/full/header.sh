#!/bin/sh
# The manager of the cluster 'wordcount': creates, watches, reaches, uses and deletes it.
# Made by clusterc 0.1.0 from the profile profile.yaml, together with the manifest wordcount.yaml: keep the two side by side.
# Don't edit it: change the profile and generate it again. Begin with: sh wordcount.sh help
CLUSTERC_VERSION='0.1.0'
CLUSTER='wordcount'
NAMESPACE='team-a'
TITLE='Apache Spark'
MANIFEST='wordcount.yaml'
MANIFEST_CKSUM='2331604463 15751'
INPUT_DIGEST='sha256:73ebaa63b78a19300f3f01e9bf109f82c41ab59249f7b14820a4bab5a6bc3427'
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
WORKERS='3'
PODS='4'
CPU='13500m'
MEMORY='80Gi'
STORAGE='64Gi'
GPUS='0'
WEB_PORTS='dashboard head 18080 - - / Spark master
history head 18090 - - / History server'
CONNECT='spark://wordcount-head:7077'
SUBMIT='/opt/spark/bin/spark-submit'
SUBMIT_DIR='/tmp'
MEMBERS='/bin/bash
-c
exec 3<>"/dev/tcp/$POD_IP/18080" && printf '\''GET /json/ HTTP/1.0\r\n\r\n'\'' >&3 && sed -n '\''s/.*"aliveworkers" : \([0-9][0-9]*\).*/\1/p'\'' <&3'
SMOKE=''
SMOKE_FILE=''
SMOKE_PROGRAM=''
