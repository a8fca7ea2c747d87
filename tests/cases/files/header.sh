#!/bin/sh
# The manager of the cluster 'files': creates, watches, reaches, uses and deletes it.
# Made by clusterc VERSION from the profile profile.yaml. Keep files.yaml, and the BODY named below, beside it.
# Don't edit it: change the profile and generate it again. Begin with: sh files.sh help
CLUSTERC_VERSION='VERSION'
CLUSTER='files'
NAMESPACE=''
TITLE='Echo 1'
MANIFEST='files.yaml'
MANIFEST_CKSUM='CKSUM'
BODY='clusterc-manager-VERSION'
BODY_CKSUM='CKSUM'
INPUT_DIGEST='sha256:DIGEST'
SELECTOR='app.kubernetes.io/instance=files,app.kubernetes.io/managed-by=clusterc'
OBJECTS='serviceaccount/files
configmap/files-config
service/files-head
service/files-worker
statefulset/files-head
statefulset/files-worker
networkpolicy/files'
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
MEMORY='128Mi'
STORAGE='128Mi'
GPUS='0'
POD_SIZES='head 1 1000 1000 67108864 67108864 67108864 0 -
worker 1 500 500 67108864 67108864 67108864 0 -'
SITE=''
SITE_LIMITS=''
WEB_PORTS=''
LOGIN_HOST=''
CONNECT='files-head'
SUBMIT=''
SUBMIT_DIR=''
MEMBERS=''
SMOKE=''
SMOKE_FILE=''
SMOKE_PROGRAM=''
