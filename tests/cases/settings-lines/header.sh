#!/bin/sh
# The manager of the cluster 'mine': creates, watches, reaches, uses and deletes it.
# Made by clusterc 0.1.0 from the profile profile.yaml, together with the manifest mine.yaml: keep the two side by side.
# Don't edit it: change the profile and generate it again. Begin with: sh mine.sh help
CLUSTERC_VERSION='0.1.0'
CLUSTER='mine'
NAMESPACE=''
TITLE='Own: lines 1'
MANIFEST='mine.yaml'
MANIFEST_CKSUM='3505695920 9487'
INPUT_DIGEST='sha256:62efba670ca947383a51a727f2ce1ad811ed268382946a9818901b1f63f70a3c'
SELECTOR='app.kubernetes.io/instance=mine,app.kubernetes.io/managed-by=clusterc'
OBJECTS='serviceaccount/mine
configmap/mine-config
service/mine-head
service/mine-worker
statefulset/mine-head
statefulset/mine-worker
networkpolicy/mine'
SECRETS=''
SECRET_METADATA=''
NEEDS=''
HEAD='leader'
WORKER='leader'
NOTEBOOK=''
GROUPS_OF_WORKERS=''
WORKERS='1'
LIFETIME='0'
IDLE='0'
PODS='2'
CPU='2'
MEMORY='128Mi'
STORAGE='128Mi'
GPUS='0'
POD_SIZES='head 1 1000 1000 67108864 67108864 67108864 0 -
worker 1 1000 1000 67108864 67108864 67108864 0 -'
SITE=''
SITE_LIMITS=''
WEB_PORTS=''
LOGIN_HOST=''
CONNECT='nothing'
SUBMIT='sh'
SUBMIT_DIR='/tmp'
MEMBERS=''
SMOKE=''
SMOKE_FILE=''
SMOKE_PROGRAM=''
