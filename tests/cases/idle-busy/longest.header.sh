#!/bin/sh
# The manager of the cluster 'longest': creates, watches, reaches, uses and deletes it.
# Made by clusterc 0.1.0 from the profile profile.yaml, together with the manifest longest.yaml: keep the two side by side.
# Don't edit it: change the profile and generate it again. Begin with: sh longest.sh help
CLUSTERC_VERSION='0.1.0'
CLUSTER='longest'
NAMESPACE=''
TITLE='Echo 1'
MANIFEST='longest.yaml'
MANIFEST_CKSUM='413419695 12532'
INPUT_DIGEST='sha256:aba012d9fc2ea9c50f4c99fecb87a4885ab70f6ecd1f766a952f282a16f0ecd4'
SELECTOR='app.kubernetes.io/instance=longest,app.kubernetes.io/managed-by=clusterc'
OBJECTS='serviceaccount/longest
configmap/longest-config
service/longest-head
service/longest-worker
job/longest-head
job/longest-worker
networkpolicy/longest'
SECRETS=''
SECRET_METADATA=''
NEEDS=''
HEAD='leader'
WORKER='follower'
NOTEBOOK=''
GROUPS_OF_WORKERS=''
WORKERS='1'
LIFETIME='0'
IDLE='31622400'
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
CONNECT='longest-head'
SUBMIT=''
SUBMIT_DIR=''
MEMBERS=''
SMOKE=''
SMOKE_FILE=''
SMOKE_PROGRAM=''
