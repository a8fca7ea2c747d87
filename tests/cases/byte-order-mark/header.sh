#!/bin/sh
# The manager of the cluster 'marked': creates, watches, reaches, uses and deletes it.
# Made by clusterc 0.1.0 from the profile profile.yaml, together with the manifest marked.yaml: keep the two side by side.
# Don't edit it: change the profile and generate it again. Begin with: sh marked.sh help
CLUSTERC_VERSION='0.1.0'
CLUSTER='marked'
NAMESPACE=''
TITLE='Apache Spark 4.1.2'
MANIFEST='marked.yaml'
MANIFEST_CKSUM='3068235108 14514'
INPUT_DIGEST='sha256:48233e0fb21c22b597b173726d5ff2e53c83f027b8bc4a7be8e990e6af68a7eb'
SELECTOR='app.kubernetes.io/instance=marked,app.kubernetes.io/managed-by=clusterc'
OBJECTS='serviceaccount/marked
configmap/marked-config
service/marked-head
service/marked-worker
statefulset/marked-head
statefulset/marked-worker
networkpolicy/marked'
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
CONNECT='spark://marked-head:7077'
SUBMIT='/opt/spark/bin/spark-submit'
SUBMIT_DIR='/tmp'
MEMBERS='/bin/bash
-c
exec 3<>"/dev/tcp/$POD_IP/8080" && printf '\''GET /json/ HTTP/1.0\r\n\r\n'\'' >&3 && sed -n '\''s/.*"aliveworkers" : \([0-9][0-9]*\).*/\1/p'\'' <&3'
SMOKE=''
SMOKE_FILE=''
SMOKE_PROGRAM=''
