#!/bin/sh
# The manager of the cluster 'storage': creates, watches, reaches, uses and deletes it.
# Made by clusterc VERSION from the profile profile.yaml. Keep storage.yaml, and the BODY named below, beside it.
# Don't edit it: change the profile and generate it again. Begin with: sh storage.sh help
CLUSTERC_VERSION='VERSION'
CLUSTER='storage'
NAMESPACE=''
TITLE='Echo 1'
MANIFEST='storage.yaml'
MANIFEST_CKSUM='CKSUM'
BODY='clusterc-manager-VERSION'
BODY_CKSUM='CKSUM'
INPUT_DIGEST='sha256:DIGEST'
SELECTOR='app.kubernetes.io/instance=storage,app.kubernetes.io/managed-by=clusterc'
OBJECTS='serviceaccount/storage
persistentvolumeclaim/storage-shared
persistentvolumeclaim/storage-results
persistentvolumeclaim/storage-a-name-that-is-as-long-as-it-may-be-whic
persistentvolumeclaim/storage-old
persistentvolumeclaim/storage-one
service/storage-head
service/storage-worker
statefulset/storage-head
statefulset/storage-worker
networkpolicy/storage'
SECRETS=''
SECRET_METADATA=''
NEEDS='storage class fast
claim datasets.2026
config map team-settings
secret store-login
NFS server nfs.example.org'
HEAD='leader'
WORKER='follower'
NOTEBOOK=''
GROUPS_OF_WORKERS=''
WORKERS='2'
LIFETIME='0'
IDLE='0'
PODS='3'
CPU='2'
MEMORY='192Mi'
STORAGE='41152Mi'
GPUS='0'
POD_SIZES='head 1 1000 1000 67108864 67108864 67108864 0 -
worker 2 500 500 67108864 67108864 67108864 0 -'
SITE=''
SITE_LIMITS=''
WEB_PORTS=''
LOGIN_HOST=''
CONNECT='storage-head'
SUBMIT=''
SUBMIT_DIR=''
MEMBERS=''
SMOKE=''
SMOKE_FILE=''
SMOKE_PROGRAM=''
