#!/bin/sh
# The manager of the cluster 'mine': creates, watches, reaches, uses and deletes it.
# Made by clusterc 0.1.0 from the profile profile.yaml, together with the manifest mine.yaml: keep the two side by side.
# Don't edit it: change the profile and generate it again. Begin with: sh mine.sh help
CLUSTERC_VERSION='0.1.0'
CLUSTER='mine'
NAMESPACE=''
TITLE='Nested 1'
MANIFEST='mine.yaml'
MANIFEST_CKSUM='696305363 9141'
INPUT_DIGEST='sha256:a117c83924f0036536dd3a9489045903f3ff7f28e9c570daf66dff73be5a50c8'
SELECTOR='app.kubernetes.io/instance=mine,app.kubernetes.io/managed-by=clusterc'
OBJECTS='serviceaccount/mine
configmap/mine-config
service/mine-head
service/mine-worker
statefulset/mine-head
statefulset/mine-worker
networkpolicy/mine'
SECRETS=''
HEAD='leader'
WORKER='leader'
NOTEBOOK=''
WORKERS='1'
PODS='2'
CPU='2'
MEMORY='128Mi'
STORAGE='128Mi'
GPUS='0'
WEB_PORTS=''
CONNECT='nothing'
SUBMIT='sh'
SUBMIT_DIR='/tmp'
MEMBERS=''
SMOKE=''
SMOKE_FILE=''
SMOKE_PROGRAM=''
