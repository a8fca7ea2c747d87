#!/bin/sh
# The manager of the cluster 'one': creates, watches, reaches, uses and deletes it.
# Made by clusterc 0.1.0 from the profile profile.yaml, together with the manifest one.yaml: keep the two side by side.
# Don't edit it: change the profile and generate it again. Begin with: sh one.sh help
CLUSTERC_VERSION='0.1.0'
CLUSTER='one'
NAMESPACE=''
TITLE='Apache Spark 4.1.2'
MANIFEST='one.yaml'
MANIFEST_CKSUM='3235771084 14418'
INPUT_DIGEST='sha256:7bd782fb37312cff3125aad16a4e47c931c3b738226df54df4466c8da1b57ab8'
SELECTOR='app.kubernetes.io/instance=one,app.kubernetes.io/managed-by=clusterc'
OBJECTS='serviceaccount/one
configmap/one-config
service/one-head
service/one-worker
statefulset/one-head
statefulset/one-worker
networkpolicy/one'
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
CONNECT='spark://one-head:7077'
SUBMIT='/opt/spark/bin/spark-submit'
SUBMIT_DIR='/tmp'
MEMBERS='/bin/bash
-c
exec 3<>"/dev/tcp/$POD_IP/8080" && printf '\''GET /json/ HTTP/1.0\r\n\r\n'\'' >&3 && sed -n '\''s/.*"aliveworkers" : \([0-9][0-9]*\).*/\1/p'\'' <&3'
SMOKE=''
SMOKE_FILE=''
SMOKE_PROGRAM=''
