#!/bin/sh
# The manager of the cluster 'default': creates, watches, reaches, uses and deletes it.
# Made by clusterc 0.1.0 from the profile profile.yaml, together with the manifest default.yaml: keep the two side by side.
# Don't edit it: change the profile and generate it again. Begin with: sh default.sh help
CLUSTERC_VERSION='0.1.0'
CLUSTER='default'
NAMESPACE=''
TITLE='Echo 1'
MANIFEST='default.yaml'
MANIFEST_CKSUM='2335061374 8331'
INPUT_DIGEST='sha256:43077ab212e7bb2046b3fa4053c4c7b59f3c5c5042c4071025ae77b921cfe5e7'
SELECTOR='app.kubernetes.io/instance=default,app.kubernetes.io/managed-by=clusterc'
OBJECTS='serviceaccount/default
service/default-head
service/default-worker
statefulset/default-head
statefulset/default-worker
networkpolicy/default'
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
CONNECT='default-head'
SUBMIT=''
SUBMIT_DIR=''
MEMBERS=''
SMOKE=''
SMOKE_FILE=''
SMOKE_PROGRAM=''
