#!/bin/sh
# The manager of the cluster 'places': creates, watches, reaches, uses and deletes it.
# Made by clusterc VERSION from the profile profile.yaml. Keep places.yaml, and the BODY named below, beside it.
# Don't edit it: change the profile and generate it again. Begin with: sh places.sh help
CLUSTERC_VERSION='VERSION'
CLUSTER='places'
NAMESPACE=''
TITLE='Echo 1'
MANIFEST='places.yaml'
MANIFEST_CKSUM='CKSUM'
BODY='clusterc-manager-VERSION'
BODY_CKSUM='CKSUM'
INPUT_DIGEST='sha256:DIGEST'
SELECTOR='app.kubernetes.io/instance=places,app.kubernetes.io/managed-by=clusterc'
OBJECTS='serviceaccount/places
service/places-head
service/places-worker
service/places-anywhere
statefulset/places-head
statefulset/places-worker
statefulset/places-anywhere
networkpolicy/places'
KINDS='serviceaccount,service,statefulset,networkpolicy'
WORKLOAD_KINDS='statefulset'
OTHER_KINDS='job'
FORMER_KINDS='configmap,secret,job,poddisruptionbudget,resourceclaimtemplate'
NEEDED_OBJECTS='priorityclass/system.high
runtimeclass/kata.v2'
POD_QUOTA='head pods=1 count/pods=1 cpu=1 requests.cpu=1 memory=64Mi requests.memory=64Mi ephemeral-storage=64Mi requests.ephemeral-storage=64Mi limits.cpu=1 limits.memory=64Mi limits.ephemeral-storage=64Mi
worker pods=1 count/pods=1 cpu=500m requests.cpu=500m memory=64Mi requests.memory=64Mi ephemeral-storage=64Mi requests.ephemeral-storage=64Mi limits.cpu=500m limits.memory=64Mi limits.ephemeral-storage=64Mi
anywhere pods=1 count/pods=1 cpu=500m requests.cpu=500m memory=64Mi requests.memory=64Mi ephemeral-storage=64Mi requests.ephemeral-storage=64Mi limits.cpu=500m limits.memory=64Mi limits.ephemeral-storage=64Mi'
OBJECT_QUOTA='serviceaccount/places count/serviceaccounts=1
service/places-head services=1 count/services=1
service/places-worker services=1 count/services=1
service/places-anywhere services=1 count/services=1
statefulset/places-head count/statefulsets.apps=1
statefulset/places-worker count/statefulsets.apps=1
statefulset/places-anywhere count/statefulsets.apps=1
networkpolicy/places count/networkpolicies.networking.k8s.io=1'
ENDS=''
TLS_HOSTS=''
PAGE_ROLES=''
SECRETS=''
SECRET_METADATA=''
NEEDS='priority class system.high
nodes with the label disktype=ssd
runtime class kata.v2'
HEAD='leader'
WORKER='follower'
NOTEBOOK=''
GROUPS_OF_WORKERS='anywhere'
WORKERS='4'
LIFETIME='0'
IDLE='0'
PODS='5'
CPU='3'
MEMORY='320Mi'
STORAGE='320Mi'
GPUS='0'
POD_SIZES='head 1 1000 1000 67108864 67108864 67108864 0 -
worker 4 500 500 67108864 67108864 67108864 0 -
anywhere 0 500 500 67108864 67108864 67108864 0 -'
SITE=''
SITE_LIMITS=''
WEB_PORTS=''
LOGIN_HOST=''
CONNECT='places-head'
SUBMIT=''
SUBMIT_DIR=''
MEMBERS=''
SMOKE=''
SMOKE_FILE=''
SMOKE_PROGRAM=''
