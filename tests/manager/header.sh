#!/bin/sh
# What the compiler writes in front of the manager's body, for a small sample
# cluster whose head is a web server: the tests put both together.
CLUSTERC_VERSION='0.1.0'
CLUSTER='sample'
NAMESPACE=''
TITLE='Sample 1.0'
MANIFEST='sample.yaml'
MANIFEST_CKSUM='@CKSUM@'
INPUT_DIGEST='sha256:0000000000000000000000000000000000000000000000000000000000000000'
SELECTOR='app.kubernetes.io/instance=sample,app.kubernetes.io/managed-by=clusterc'
OBJECTS='serviceaccount/sample
configmap/sample-config
service/sample-head
service/sample-worker
statefulset/sample-head
statefulset/sample-worker
poddisruptionbudget/sample'
HEAD='master'
WORKER='worker'
WORKERS='2'
PODS='3'
CPU='300m'
MEMORY='192Mi'
STORAGE='96Mi'
GPUS='0'
WEB_PORTS='dashboard 8080 / Sample master
files 8081 /files Sample files'
CONNECT='tcp://sample-head:7077'
SUBMIT='/bin/sh'
SUBMIT_DIR='/tmp'
MEMBERS='/bin/sh
-c
echo 2'
