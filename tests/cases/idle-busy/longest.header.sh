#!/bin/sh
# The manager of the cluster 'longest': creates, watches, reaches, uses and deletes it.
# Made by clusterc VERSION from the profile profile.yaml. Keep longest.yaml, and the BODY named below, beside it.
# Don't edit it: change the profile and generate it again. Begin with: sh longest.sh help
CLUSTERC_VERSION='VERSION'
CLUSTER='longest'
NAMESPACE=''
TITLE='Echo 1'
MANIFEST='longest.yaml'
MANIFEST_CKSUM='CKSUM'
BODY='clusterc-manager-VERSION'
BODY_CKSUM='CKSUM'
INPUT_DIGEST='sha256:DIGEST'
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
