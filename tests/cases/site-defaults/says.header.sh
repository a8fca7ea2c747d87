#!/bin/sh
# The manager of the cluster 'says': creates, watches, reaches, uses and deletes it.
# Made by clusterc VERSION from the profile profile.yaml. Keep says.yaml, and the BODY named below, beside it.
# Don't edit it: change the profile and generate it again. Begin with: sh says.sh help
CLUSTERC_VERSION='VERSION'
CLUSTER='says'
NAMESPACE='own'
TITLE='Echo'
MANIFEST='says.yaml'
MANIFEST_CKSUM='CKSUM'
BODY='clusterc-manager-VERSION'
BODY_CKSUM='CKSUM'
INPUT_DIGEST='sha256:DIGEST'
SELECTOR='app.kubernetes.io/instance=says,app.kubernetes.io/managed-by=clusterc'
OBJECTS='serviceaccount/says
configmap/says-config
persistentvolumeclaim/says-new
persistentvolumeclaim/says-slow
persistentvolumeclaim/says-shared
service/says-head
service/says-worker
job/says-head
job/says-worker
networkpolicy/says'
SECRETS=''
SECRET_METADATA=''
NEEDS='namespace own
local queue own
secret own
secret campus
claim mine
claim own-data
storage class fast
storage class spinning
priority class high
runtime class gvisor
nodes with the label disktype=ssd
nodes with the label campus/pool=compute
claim home
claim data
priority class ordinary
runtime class runc
nodes with the label disktype=any'
HEAD='leader'
WORKER='follower'
NOTEBOOK=''
GROUPS_OF_WORKERS=''
WORKERS='1'
LIFETIME='3600'
IDLE='0'
PODS='2'
CPU='1500m'
MEMORY='128Mi'
STORAGE='128Mi'
GPUS='0'
POD_SIZES='head 1 1000 1000 67108864 67108864 67108864 0 -
worker 1 500 500 67108864 67108864 67108864 0 -'
SITE='campus'
SITE_LIMITS=''
WEB_PORTS=''
LOGIN_HOST='login.example.org'
CONNECT='says-head'
SUBMIT=''
SUBMIT_DIR=''
MEMBERS=''
SMOKE=''
SMOKE_FILE=''
SMOKE_PROGRAM=''
