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
KINDS='serviceaccount,configmap,service,statefulset,poddisruptionbudget,secret'
WORKLOAD_KINDS='statefulset'
OTHER_KINDS='job'
FORMER_KINDS='job,networkpolicy'
POD_QUOTA='head 1 0 pods=1 count/pods=1 cpu=100m requests.cpu=100m memory=64Mi requests.memory=64Mi ephemeral-storage=32Mi requests.ephemeral-storage=32Mi limits.cpu=100m limits.memory=64Mi limits.ephemeral-storage=32Mi
worker 2 0 pods=1 count/pods=1 cpu=100m requests.cpu=100m memory=64Mi requests.memory=64Mi ephemeral-storage=32Mi requests.ephemeral-storage=32Mi limits.cpu=200m limits.memory=64Mi limits.ephemeral-storage=32Mi
notebook 1 0 pods=1 count/pods=1 cpu=100m requests.cpu=100m memory=64Mi requests.memory=64Mi ephemeral-storage=32Mi requests.ephemeral-storage=32Mi limits.cpu=100m limits.memory=64Mi limits.ephemeral-storage=32Mi'
OBJECT_QUOTA='serviceaccount/sample count/serviceaccounts=1
configmap/sample-config configmaps=1 count/configmaps=1
service/sample-head services=1 count/services=1
service/sample-worker services=1 count/services=1
statefulset/sample-head count/statefulsets.apps=1
statefulset/sample-worker count/statefulsets.apps=1
statefulset/sample-notebook count/statefulsets.apps=1
poddisruptionbudget/sample count/poddisruptionbudgets.policy=1
secret/sample-auth secrets=1 count/secrets=1
secret/sample-login secrets=1 count/secrets=1
secret/sample-tls secrets=1 count/secrets=1'
NEEDED_OBJECTS=''
SERVER_SIDE=''
ENDS=''
JOB='' LEADS='' OWNER='' PROGRAM_OF_JOB='' RETRIES='0' KEEP='' START_TIMEOUT=''
SCHEDULE='' TIME_ZONE='' SCHEDULE_SETS='' LOGS_CLAIM='' LOGS_PATH='' READER=''
TLS_HOSTS='sample-head 0
sample-worker 64'
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
    owner: somebody
'
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
SITE=''
KUBERNETES='31'
QUEUE='' QUEUE_GROUP=''
SITE_LIMITS=''
WEB_PORTS='dashboard head 8080 - - / Sample master
files head 8081 sample-auth - /files Sample files
lab notebook 8888 sample-auth token /lab JupyterLab'
PORTS='client 10001
board 7077'
LOGIN_HOST=''
CHARGES='' SITE_EVENTS='' SITE_ANNOTATIONS=''
COUNTED_IN=''
CODE_REF=''
CONNECT='tcp://sample-head:7077'
SUBMIT='/bin/sh'
SUBMIT_OPTIONS=''
SUBMIT_REACH='' SUBMIT_ALONE='' DISTRIBUTE=''
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
PACKAGES=''
