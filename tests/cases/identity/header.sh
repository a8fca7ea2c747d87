#!/bin/sh
# The manager of the cluster 'who': creates, watches, reaches, uses and deletes it.
# Made by clusterc VERSION from the profile profile.yaml. Keep who.yaml, and the BODY named below, beside it.
# Don't edit it: change the profile and generate it again. Begin with: sh who.sh help
CLUSTERC_VERSION='VERSION'
CLUSTER='who'
NAMESPACE=''
TITLE='Echo 1'
MANIFEST='who.yaml'
MANIFEST_CKSUM='CKSUM'
BODY='clusterc-manager-VERSION'
BODY_CKSUM='CKSUM'
INPUT_DIGEST='sha256:DIGEST'
SELECTOR='app.kubernetes.io/instance=who,app.kubernetes.io/managed-by=clusterc'
OBJECTS='serviceaccount/who
configmap/who-config
service/who-head
service/who-worker
service/who-of-a-group
service/who-volume
service/who-writes
service/who-slow
statefulset/who-head
statefulset/who-worker
statefulset/who-of-a-group
statefulset/who-volume
statefulset/who-writes
statefulset/who-slow
networkpolicy/who'
SECRETS=''
SECRET_METADATA=''
NEEDS=''
HEAD='leader'
WORKER='follower'
NOTEBOOK=''
GROUPS_OF_WORKERS='of-a-group
volume
writes
slow'
WORKERS='4'
LIFETIME='0'
IDLE='0'
PODS='5'
CPU='3'
MEMORY='320Mi'
STORAGE='320Mi'
GPUS='0'
POD_SIZES='head 1 1000 1000 67108864 67108864 67108864 0 -
worker 1 500 500 67108864 67108864 67108864 0 -
of-a-group 1 500 500 67108864 67108864 67108864 0 -
volume 1 500 500 67108864 67108864 67108864 0 -
writes 0 500 500 67108864 67108864 67108864 0 -
slow 1 500 500 67108864 67108864 67108864 0 -'
SITE=''
SITE_LIMITS=''
WEB_PORTS=''
LOGIN_HOST=''
CONNECT='who-head'
SUBMIT=''
SUBMIT_DIR=''
MEMBERS=''
SMOKE=''
SMOKE_FILE=''
SMOKE_PROGRAM=''
