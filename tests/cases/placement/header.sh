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
