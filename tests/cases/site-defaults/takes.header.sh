#!/bin/sh
# The manager of the cluster 'takes': creates, watches, reaches, uses and deletes it.
# Made by clusterc VERSION from the profile profile.yaml. Keep takes.yaml, and the BODY named below, beside it.
# Don't edit it: change the profile and generate it again. Begin with: sh takes.sh help
CLUSTERC_VERSION='VERSION'
CLUSTER='takes'
NAMESPACE='everybody'
TITLE='Echo 1'
MANIFEST='takes.yaml'
MANIFEST_CKSUM='CKSUM'
BODY='clusterc-manager-VERSION'
BODY_CKSUM='CKSUM'
INPUT_DIGEST='sha256:DIGEST'
SELECTOR='app.kubernetes.io/instance=takes,app.kubernetes.io/managed-by=clusterc'
OBJECTS='serviceaccount/takes
configmap/takes-config
persistentvolumeclaim/takes-shared
service/takes-head
service/takes-worker
job/takes-head
job/takes-worker
networkpolicy/takes'
SECRETS=''
SECRET_METADATA=''
NEEDS='namespace everybody
local queue everybody
secret campus
claim home
claim data
storage class spinning
priority class ordinary
runtime class runc
nodes with the label campus/pool=compute
nodes with the label disktype=any'
HEAD='leader'
WORKER='follower'
NOTEBOOK=''
GROUPS_OF_WORKERS=''
WORKERS='1'
LIFETIME='43200'
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
CONNECT='takes-head'
SUBMIT=''
SUBMIT_DIR=''
MEMBERS=''
SMOKE=''
SMOKE_FILE=''
SMOKE_PROGRAM=''
