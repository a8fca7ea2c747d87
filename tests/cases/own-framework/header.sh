#!/bin/sh
# The manager of the cluster 'mine': creates, watches, reaches, uses and deletes it.
# Made by clusterc 0.1.0 from the profile profile.yaml, together with the manifest mine.yaml: keep the two side by side.
# Don't edit it: change the profile and generate it again. Begin with: sh mine.sh help
CLUSTERC_VERSION='0.1.0'
CLUSTER='mine'
NAMESPACE=''
TITLE='Echo 1'
MANIFEST='mine.yaml'
MANIFEST_CKSUM='570810340 8179'
INPUT_DIGEST='sha256:57bc2be643c057715f72d345f8f755f33a6120e2904d22f08270bbd199a6a4d8'
SELECTOR='app.kubernetes.io/instance=mine,app.kubernetes.io/managed-by=clusterc'
OBJECTS='serviceaccount/mine
service/mine-head
service/mine-worker
statefulset/mine-head
statefulset/mine-worker
networkpolicy/mine'
SECRETS=''
HEAD='leader'
WORKER='follower'
NOTEBOOK=''
WORKERS='1'
PODS='2'
CPU='1500m'
MEMORY='128Mi'
STORAGE='128Mi'
GPUS='0'
WEB_PORTS=''
CONNECT='mine-head'
SUBMIT=''
SUBMIT_DIR=''
MEMBERS=''
SMOKE=''
SMOKE_FILE=''
SMOKE_PROGRAM=''
