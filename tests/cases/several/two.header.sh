#!/bin/sh
# The manager of the cluster 'two': creates, watches, reaches, uses and deletes it.
# Made by clusterc 0.1.0 from the profile profile.yaml, together with the manifest two.yaml: keep the two side by side.
# Don't edit it: change the profile and generate it again. Begin with: sh two.sh help
CLUSTERC_VERSION='0.1.0'
CLUSTER='two'
NAMESPACE=''
TITLE='Apache Spark 4.1.2'
MANIFEST='two.yaml'
MANIFEST_CKSUM='1189796800 14424'
INPUT_DIGEST='sha256:e7c069b16134c6751f8da3dbce03516b1c7d39f146d06fa6f4affe9f7ff17142'
SELECTOR='app.kubernetes.io/instance=two,app.kubernetes.io/managed-by=clusterc'
OBJECTS='serviceaccount/two
configmap/two-config
service/two-head
service/two-worker
statefulset/two-head
statefulset/two-worker
networkpolicy/two'
SECRETS=''
HEAD='master'
WORKER='worker'
NOTEBOOK=''
WORKERS='2'
PODS='3'
CPU='6'
MEMORY='44Gi'
STORAGE='44Gi'
GPUS='0'
WEB_PORTS='dashboard head 8080 - - / Spark master'
CONNECT='spark://two-head:7077'
SUBMIT='/opt/spark/bin/spark-submit'
SUBMIT_DIR='/tmp'
MEMBERS='/bin/bash
-c
exec 3<>"/dev/tcp/$POD_IP/8080" && printf '\''GET /json/ HTTP/1.0\r\n\r\n'\'' >&3 && sed -n '\''s/.*"aliveworkers" : \([0-9][0-9]*\).*/\1/p'\'' <&3'
SMOKE=''
SMOKE_FILE=''
SMOKE_PROGRAM=''
