#!/bin/sh
# The manager of the cluster 'gpus': creates, watches, reaches, uses and deletes it.
# Made by clusterc VERSION from the profile profile.yaml. Keep gpus.yaml, and the BODY named below, beside it.
# Don't edit it: change the profile and generate it again. Begin with: sh gpus.sh help
CLUSTERC_VERSION='VERSION'
CLUSTER='gpus'
NAMESPACE=''
TITLE='Echo 1'
MANIFEST='gpus.yaml'
MANIFEST_CKSUM='CKSUM'
BODY='clusterc-manager-VERSION'
BODY_CKSUM='CKSUM'
INPUT_DIGEST='sha256:DIGEST'
SELECTOR='app.kubernetes.io/instance=gpus,app.kubernetes.io/managed-by=clusterc'
OBJECTS='serviceaccount/gpus
configmap/gpus-config
resourceclaimtemplate/gpus-worker-gpu
resourceclaimtemplate/gpus-most-gpu
service/gpus-head
service/gpus-worker
service/gpus-most
service/gpus-slices
service/gpus-amd
job/gpus-head
job/gpus-worker
job/gpus-most
job/gpus-slices
job/gpus-amd
networkpolicy/gpus'
SECRETS=''
SECRET_METADATA=''
NEEDS='device class gpu.nvidia.com
device class mig.example.org
nodes with the GPU NVIDIA-A100-SXM4-80GB'
HEAD='leader'
WORKER='follower'
NOTEBOOK=''
GROUPS_OF_WORKERS='most
slices
amd'
WORKERS='3'
LIFETIME='31622400'
IDLE='0'
PODS='4'
CPU='2500m'
MEMORY='256Mi'
STORAGE='256Mi'
GPUS='66'
POD_SIZES='head 1 1000 1000 67108864 67108864 67108864 0 -
worker 1 500 500 67108864 67108864 67108864 1 -
most 1 500 500 67108864 67108864 67108864 64 -
slices 1 500 500 67108864 67108864 67108864 1 nvidia.com/mig-1g.5gb
amd 0 500 500 67108864 67108864 67108864 8 amd.com/gpu'
SITE=''
SITE_LIMITS=''
WEB_PORTS=''
LOGIN_HOST=''
CONNECT='gpus-head'
SUBMIT=''
SUBMIT_DIR=''
MEMBERS=''
SMOKE=''
SMOKE_FILE=''
SMOKE_PROGRAM=''
