#!/bin/sh
# The manager of the cluster 'two': creates, watches, reaches, uses and deletes it.
# Made by clusterc VERSION from the profile profile.yaml. Keep two.yaml, and the BODY named below, beside it.
# Don't edit it: change the profile and generate it again. Begin with: sh two.sh help
CLUSTERC_VERSION='VERSION'
CLUSTER='two'
NAMESPACE='team-a'
TITLE='Echo 1'
MANIFEST='two.yaml'
MANIFEST_CKSUM='CKSUM'
BODY='clusterc-manager-VERSION'
BODY_CKSUM='CKSUM'
INPUT_DIGEST='sha256:DIGEST'
SELECTOR='app.kubernetes.io/instance=two,app.kubernetes.io/managed-by=clusterc'
OBJECTS='serviceaccount/two
service/two-head
service/two-worker
statefulset/two-head
statefulset/two-worker
networkpolicy/two'
SECRETS=''
SECRET_METADATA=''
NEEDS='namespace team-a'
HEAD='leader'
WORKER='follower'
NOTEBOOK=''
GROUPS_OF_WORKERS=''
WORKERS='0'
LIFETIME='0'
IDLE='0'
PODS='1'
CPU='1'
MEMORY='64Mi'
STORAGE='64Mi'
GPUS='0'
POD_SIZES='head 1 1000 1000 67108864 67108864 67108864 0 -
worker 0 500 500 67108864 67108864 67108864 0 -'
SITE=''
SITE_LIMITS=''
WEB_PORTS=''
LOGIN_HOST=''
CONNECT='two-head'
SUBMIT=''
SUBMIT_DIR=''
MEMBERS=''
SMOKE=''
SMOKE_FILE=''
SMOKE_PROGRAM=''
