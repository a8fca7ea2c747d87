#!/bin/sh
# The manager of the cluster 'aliases': creates, watches, reaches, uses and deletes it.
# Made by clusterc 0.1.0 from the profile profile.yaml, together with the manifest aliases.yaml: keep the two side by side.
# Don't edit it: change the profile and generate it again. Begin with: sh aliases.sh help
CLUSTERC_VERSION='0.1.0'
CLUSTER='aliases'
NAMESPACE=''
TITLE='Apache Spark 4.1.2'
MANIFEST='aliases.yaml'
MANIFEST_CKSUM='3723358759 14632'
INPUT_DIGEST='sha256:c53015c60c5d39cfcea96a56cf34958027f0642723bc36696b3c2d90778caac2'
SELECTOR='app.kubernetes.io/instance=aliases,app.kubernetes.io/managed-by=clusterc'
OBJECTS='serviceaccount/aliases
configmap/aliases-config
service/aliases-head
service/aliases-worker
statefulset/aliases-head
statefulset/aliases-worker
networkpolicy/aliases'
SECRETS=''
HEAD='master'
WORKER='worker'
NOTEBOOK=''
WORKERS='1'
PODS='2'
CPU='3'
MEMORY='4Gi'
STORAGE='24Gi'
GPUS='0'
WEB_PORTS='dashboard head 8080 - - / Spark master'
CONNECT='spark://aliases-head:7077'
SUBMIT='/opt/spark/bin/spark-submit'
SUBMIT_DIR='/tmp'
MEMBERS='/bin/bash
-c
exec 3<>"/dev/tcp/$POD_IP/8080" && printf '\''GET /json/ HTTP/1.0\r\n\r\n'\'' >&3 && sed -n '\''s/.*"aliveworkers" : \([0-9][0-9]*\).*/\1/p'\'' <&3'
SMOKE=''
SMOKE_FILE=''
SMOKE_PROGRAM=''
