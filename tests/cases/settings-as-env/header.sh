#!/bin/sh
# The manager of the cluster 'mine': creates, watches, reaches, uses and deletes it.
# Made by clusterc VERSION from the profile profile.yaml. Keep mine.yaml, and the BODY named below, beside it.
# Don't edit it: change the profile and generate it again. Begin with: sh mine.sh help
CLUSTERC_VERSION='VERSION'
CLUSTER='mine'
NAMESPACE=''
TITLE='Full 1'
MANIFEST='mine.yaml'
MANIFEST_CKSUM='CKSUM'
BODY='clusterc-manager-VERSION'
BODY_CKSUM='CKSUM'
INPUT_DIGEST='sha256:DIGEST'
SELECTOR='app.kubernetes.io/instance=mine,app.kubernetes.io/managed-by=clusterc'
OBJECTS='serviceaccount/mine
configmap/mine-config
service/mine-head
service/mine-worker
service/mine-notebook
statefulset/mine-head
statefulset/mine-worker
statefulset/mine-notebook
networkpolicy/mine
secret/mine-auth
secret/mine-keys
secret/mine-pair
secret/mine-seat'
SECRETS='mine-auth token
mine-keys ssh
mine-pair tls
mine-seat token'
SECRET_METADATA='---
metadata:
  labels:
    app.kubernetes.io/name: full
    app.kubernetes.io/instance: mine
    app.kubernetes.io/version: "1"
    app.kubernetes.io/managed-by: clusterc
  annotations:
    clusterc/input-digest: sha256:DIGEST
'
NEEDS=''
HEAD='leader'
WORKER='follower'
NOTEBOOK='seat'
GROUPS_OF_WORKERS=''
WORKERS='3'
LIFETIME='0'
IDLE='0'
PODS='5'
CPU='6500m'
MEMORY='1856Mi'
STORAGE='320Mi'
GPUS='3'
POD_SIZES='head 1 1000 1000 67108864 67108864 67108864 0 -
worker 3 1500 1500 536870912 536870912 67108864 1 nvidia.com/gpu
notebook 1 1000 1000 268435456 268435456 67108864 0 -'
SITE=''
SITE_LIMITS=''
WEB_PORTS='page head 8000 mine-auth - / Full'\''s page
seat notebook 8001 mine-seat token /lab Notebook'
LOGIN_HOST=''
CONNECT='full://mine-head:7000'
SUBMIT='/bin/sh'
SUBMIT_DIR='/home/me'
MEMBERS='/bin/members'
SMOKE='/bin/sh'
SMOKE_FILE='smoke.sh'
SMOKE_PROGRAM='the framework has it'
