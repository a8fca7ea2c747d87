#!/bin/sh
# The manager of the cluster 'json': creates, watches, reaches, uses and deletes it.
# Made by clusterc 0.1.0 from the profile profile.yaml, together with the manifest json.yaml: keep the two side by side.
# Don't edit it: change the profile and generate it again. Begin with: sh json.sh help
CLUSTERC_VERSION='0.1.0'
CLUSTER='json'
NAMESPACE=''
TITLE='Apache Spark 4.1.2'
MANIFEST='json.yaml'
MANIFEST_CKSUM='469409026 14547'
INPUT_DIGEST='sha256:37d6da3edb4e2197a9b65774f6df61d3d0c45e469a46f5bec983fda1e33d0771'
SELECTOR='app.kubernetes.io/instance=json,app.kubernetes.io/managed-by=clusterc'
OBJECTS='serviceaccount/json
configmap/json-config
service/json-head
service/json-worker
statefulset/json-head
statefulset/json-worker
networkpolicy/json'
SECRETS=''
HEAD='master'
WORKER='worker'
NOTEBOOK=''
WORKERS='2'
PODS='3'
CPU='6'
MEMORY='12Gi'
STORAGE='44Gi'
GPUS='0'
WEB_PORTS='dashboard head 8080 - - / Spark master'
CONNECT='spark://json-head:7077'
SUBMIT='/opt/spark/bin/spark-submit'
SUBMIT_DIR='/tmp'
MEMBERS='/bin/bash
-c
exec 3<>"/dev/tcp/$POD_IP/8080" && printf '\''GET /json/ HTTP/1.0\r\n\r\n'\'' >&3 && sed -n '\''s/.*"aliveworkers" : \([0-9][0-9]*\).*/\1/p'\'' <&3'
SMOKE=''
SMOKE_FILE=''
SMOKE_PROGRAM=''
