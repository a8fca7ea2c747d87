#!/bin/sh
# The manager of the cluster 'base': creates, watches, reaches, uses and deletes it.
# Made by clusterc VERSION from the profile profile.yaml. Keep base.yaml, and the BODY named below, beside it.
# Don't edit it: change the profile and generate it again. Begin with: sh base.sh help
CLUSTERC_VERSION='VERSION'
CLUSTER='base'
NAMESPACE=''
TITLE='Echo 1'
MANIFEST='base.yaml'
MANIFEST_CKSUM='CKSUM'
BODY='clusterc-manager-VERSION'
BODY_CKSUM='CKSUM'
INPUT_DIGEST='sha256:DIGEST'
SELECTOR='app.kubernetes.io/instance=base,app.kubernetes.io/managed-by=clusterc'
OBJECTS='serviceaccount/base
service/base-head
service/base-worker
statefulset/base-head
statefulset/base-worker
networkpolicy/base'
SECRETS=''
SECRET_METADATA=''
NEEDS=''
HEAD='leader'
WORKER='follower'
NOTEBOOK=''
GROUPS_OF_WORKERS=''
WORKERS='1'
LIFETIME='0'
IDLE='0'
PODS='2'
CPU='1500m'
MEMORY='160Mi'
STORAGE='128Mi'
GPUS='0'
POD_SIZES='head 1 1000 1000 67108864 67108864 67108864 0 -
worker 1 500 500 100663296 100663296 67108864 0 -'
SITE=''
SITE_LIMITS=''
WEB_PORTS=''
LOGIN_HOST=''
CONNECT='base-head'
SUBMIT=''
SUBMIT_DIR=''
MEMBERS=''
SMOKE=''
SMOKE_FILE=''
SMOKE_PROGRAM=''
