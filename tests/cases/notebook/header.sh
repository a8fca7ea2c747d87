#!/bin/sh
# The manager of the cluster 'words': creates, watches, reaches, uses and deletes it.
# Made by clusterc VERSION from the profile profile.yaml. Keep words.yaml, and the BODY named below, beside it.
# Don't edit it: change the profile and generate it again. Begin with: sh words.sh help
CLUSTERC_VERSION='VERSION'
CLUSTER='words'
NAMESPACE=''
TITLE='Apache Spark'
MANIFEST='words.yaml'
MANIFEST_CKSUM='CKSUM'
BODY='clusterc-manager-VERSION'
BODY_CKSUM='CKSUM'
INPUT_DIGEST='sha256:DIGEST'
SELECTOR='app.kubernetes.io/instance=words,app.kubernetes.io/managed-by=clusterc'
OBJECTS='serviceaccount/words
configmap/words-config
service/words-head
service/words-worker
service/words-notebook
statefulset/words-head
statefulset/words-worker
statefulset/words-notebook
networkpolicy/words
secret/words-auth
secret/words-notebook'
SECRETS='words-auth token
words-notebook token'
SECRET_METADATA='---
metadata:
  labels:
    app.kubernetes.io/name: spark
    app.kubernetes.io/instance: words
    app.kubernetes.io/managed-by: clusterc
  annotations:
    clusterc/input-digest: sha256:DIGEST
'
NEEDS='claim datasets
claim home-nfs'
HEAD='master'
WORKER='worker'
NOTEBOOK='notebook'
GROUPS_OF_WORKERS=''
WORKERS='1'
LIFETIME='0'
IDLE='0'
PODS='3'
CPU='5'
MEMORY='28Gi'
STORAGE='28Gi'
GPUS='0'
POD_SIZES='head 1 2000 2000 4294967296 4294967296 4294967296 0 -
worker 1 2000 2000 21474836480 21474836480 21474836480 0 -
notebook 1 1000 1000 4294967296 4294967296 4294967296 0 -'
SITE=''
SITE_LIMITS=''
WEB_PORTS='dashboard head 8080 - - / Spark master
notebook notebook 8888 words-notebook token /lab JupyterLab'
LOGIN_HOST=''
CONNECT='spark://words-head:7077'
SUBMIT='/opt/spark/bin/spark-submit'
SUBMIT_DIR='/tmp'
MEMBERS='/bin/bash
-c
exec 3<>"/dev/tcp/$POD_IP/8080" && printf '\''GET /json/ HTTP/1.0\r\n\r\n'\'' >&3 && sed -n '\''s/.*"aliveworkers" : \([0-9][0-9]*\).*/\1/p'\'' <&3'
SMOKE='/opt/spark/bin/spark-submit'
SMOKE_FILE='smoke.py'
SMOKE_PROGRAM='the framework has it'
