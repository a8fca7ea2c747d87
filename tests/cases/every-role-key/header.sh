#!/bin/sh
# The manager of the cluster 'every': creates, watches, reaches, uses and deletes it.
# Made by clusterc VERSION from the profile profile.yaml. Keep every.yaml, and the BODY named below, beside it.
# Don't edit it: change the profile and generate it again. Begin with: sh every.sh help
CLUSTERC_VERSION='VERSION'
CLUSTER='every'
NAMESPACE=''
TITLE='All'
MANIFEST='every.yaml'
MANIFEST_CKSUM='CKSUM'
BODY='clusterc-manager-VERSION'
BODY_CKSUM='CKSUM'
INPUT_DIGEST='sha256:DIGEST'
SELECTOR='app.kubernetes.io/instance=every,app.kubernetes.io/managed-by=clusterc'
OBJECTS='serviceaccount/every
configmap/every-config
service/every-head
service/every-worker
service/every-notebook
job/every-head
job/every-worker
job/every-notebook
networkpolicy/every'
SECRETS=''
SECRET_METADATA=''
NEEDS='claim datasets
secret store-login
secret other-login
config map defaults
priority class low
runtime class gvisor
nodes with the label disktype=ssd
nodes with the label example.org/rack=12
nodes with the label example.org/empty='
HEAD='leader'
WORKER='follower'
NOTEBOOK='seat'
GROUPS_OF_WORKERS=''
WORKERS='1'
LIFETIME='28800'
IDLE='0'
PODS='3'
CPU='1500m'
MEMORY='4608Mi'
STORAGE='45Gi'
GPUS='0'
POD_SIZES='head 1 500 2000 1610612736 2147483648 10737418240 0 -
worker 1 500 2000 1610612736 2147483648 10737418240 0 -
notebook 1 500 2000 1610612736 2147483648 10737418240 0 -'
SITE=''
SITE_LIMITS=''
WEB_PORTS=''
LOGIN_HOST=''
CONNECT='every-head'
SUBMIT=''
SUBMIT_DIR=''
MEMBERS=''
SMOKE=''
SMOKE_FILE=''
SMOKE_PROGRAM=''
