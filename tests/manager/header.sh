#!/bin/sh
# What the compiler writes in front of the manager's body, for a small sample
# cluster whose head and notebook are web servers: the tests put both together.
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
statefulset/sample-notebook
poddisruptionbudget/sample
secret/sample-auth
secret/sample-login
secret/sample-tls'
FORMER_KINDS='job,networkpolicy'
SECRETS='sample-auth token
sample-login ssh
sample-tls tls'
SECRET_METADATA='---
metadata:
  labels:
    app.kubernetes.io/instance: sample
    app.kubernetes.io/managed-by: clusterc
    quoted: "it'\''s $(no) `command`"
  annotations:
    clusterc/input-digest: sha256:0000000000000000000000000000000000000000000000000000000000000000
'
NEEDS=''
HEAD='master'
WORKER='worker'
NOTEBOOK='seat'
GROUPS_OF_WORKERS=''
WORKERS='2'
LIFETIME='0'
IDLE='0'
PODS='4'
CPU='400m'
MEMORY='256Mi'
STORAGE='128Mi'
GPUS='0'
POD_SIZES='head 1 100 100 67108864 67108864 33554432 0 -
worker 2 100 200 67108864 67108864 33554432 0 -
notebook 1 100 100 67108864 67108864 33554432 0 -'
SITE=''
SITE_LIMITS=''
WEB_PORTS='dashboard head 8080 - - / Sample master
files head 8081 sample-auth - /files Sample files
lab notebook 8888 sample-auth token /lab JupyterLab'
LOGIN_HOST=''
CONNECT='tcp://sample-head:7077'
SUBMIT='/bin/sh'
SUBMIT_DIR='/tmp'
SMOKE='/bin/sh
-e'
SMOKE_FILE='smoke.sh'
SMOKE_PROGRAM='printf "<%s>\n" "${0##*/}" "$@" "a\tb"
cat "$0"
'
MEMBERS='/bin/sh
-c
echo 2'
