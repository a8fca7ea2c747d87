#!/bin/sh
# The manager of the cluster 'mine': creates, watches, reaches, uses and deletes it.
# Made by clusterc VERSION from the profile profile.yaml. Keep mine.yaml, and the BODY named below, beside it.
# Don't edit it: change the profile and generate it again. Begin with: sh mine.sh help
CLUSTERC_VERSION='VERSION'
CLUSTER='mine'
NAMESPACE=''
TITLE='Echo 1'
MANIFEST='mine.yaml'
MANIFEST_CKSUM='CKSUM'
BODY='clusterc-manager-VERSION'
BODY_CKSUM='CKSUM'
INPUT_DIGEST='sha256:DIGEST'
SELECTOR='app.kubernetes.io/instance=mine,app.kubernetes.io/managed-by=clusterc'
OBJECTS='serviceaccount/mine
service/mine-head
service/mine-worker
statefulset/mine-head
statefulset/mine-worker
networkpolicy/mine'
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
GPUS='1'
POD_SIZES='head 1 1000 1000 67108864 67108864 67108864 0 -
worker 1 500 500 67108864 67108864 67108864 1 amd.com/gpu'
SITE=''
SITE_LIMITS=''
WEB_PORTS=''
LOGIN_HOST=''
CONNECT='mine-head'
SUBMIT=''
SUBMIT_DIR=''
MEMBERS=''
SMOKE=''
SMOKE_FILE=''
SMOKE_PROGRAM=''
