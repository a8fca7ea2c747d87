#!/bin/sh
# The manager of the cluster 'mine': creates, watches, reaches, uses and deletes it.
# Made by clusterc 0.1.0 from the profile profile.yaml, together with the manifest mine.yaml: keep the two side by side.
# Don't edit it: change the profile and generate it again. Begin with: sh mine.sh help
CLUSTERC_VERSION='0.1.0'
CLUSTER='mine'
NAMESPACE=''
TITLE='Nested 1'
MANIFEST='mine.yaml'
MANIFEST_CKSUM='361637128 9158'
INPUT_DIGEST='sha256:c8870cb812431357375bce08704a99b0520ed1ec9ea2b633208e1b7533ee6dac'
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
