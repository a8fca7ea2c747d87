#!/bin/sh
# The manager of the cluster 'mixed': creates, watches, reaches, uses and deletes it.
# Made by clusterc VERSION from the profile profile.yaml. Keep mixed.yaml, and the BODY named below, beside it.
# Don't edit it: change the profile and generate it again. Begin with: sh mixed.sh help
CLUSTERC_VERSION='VERSION'
CLUSTER='mixed'
NAMESPACE=''
TITLE='Echo 1'
MANIFEST='mixed.yaml'
MANIFEST_CKSUM='CKSUM'
BODY='clusterc-manager-VERSION'
BODY_CKSUM='CKSUM'
INPUT_DIGEST='sha256:DIGEST'
SELECTOR='app.kubernetes.io/instance=mixed,app.kubernetes.io/managed-by=clusterc'
OBJECTS='serviceaccount/mixed
configmap/mixed-config
service/mixed-head
service/mixed-worker
service/mixed-gpu
service/mixed-none-at-present
service/mixed-a-name-of-20-letters
job/mixed-head
job/mixed-worker
job/mixed-gpu
job/mixed-none-at-present
job/mixed-a-name-of-20-letters
networkpolicy/mixed'
SECRETS=''
SECRET_METADATA=''
NEEDS='nodes with the GPU NVIDIA-L40S'
HEAD='leader'
WORKER='follower'
NOTEBOOK=''
GROUPS_OF_WORKERS='gpu
none-at-present
a-name-of-20-letters'
WORKERS='4'
LIFETIME='300'
IDLE='0'
PODS='5'
CPU='10500m'
MEMORY='16576Mi'
STORAGE='320Mi'
GPUS='8'
POD_SIZES='head 1 1000 1000 67108864 67108864 67108864 0 -
worker 1 1000 1000 67108864 67108864 67108864 0 -
gpu 2 4000 4000 8589934592 8589934592 67108864 4 nvidia.com/gpu
none-at-present 0 500 500 67108864 67108864 67108864 0 -
a-name-of-20-letters 1 500 500 67108864 67108864 67108864 0 -'
SITE=''
SITE_LIMITS=''
WEB_PORTS=''
LOGIN_HOST=''
CONNECT='mixed-head'
SUBMIT=''
SUBMIT_DIR=''
MEMBERS=''
SMOKE=''
SMOKE_FILE=''
SMOKE_PROGRAM=''
