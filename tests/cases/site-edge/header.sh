#!/bin/sh
# The manager of the cluster 'edge': creates, watches, reaches, uses and deletes it.
# Made by clusterc VERSION from the profile profile.yaml. Keep edge.yaml, and the BODY named below, beside it.
# Don't edit it: change the profile and generate it again. Begin with: sh edge.sh help
CLUSTERC_VERSION='VERSION'
CLUSTER='edge'
NAMESPACE=''
TITLE='Echo'
MANIFEST='edge.yaml'
MANIFEST_CKSUM='CKSUM'
BODY='clusterc-manager-VERSION'
BODY_CKSUM='CKSUM'
INPUT_DIGEST='sha256:DIGEST'
SELECTOR='app.kubernetes.io/instance=edge,app.kubernetes.io/managed-by=clusterc'
OBJECTS='serviceaccount/edge
configmap/edge-config
service/edge-head
service/edge-worker
service/edge-two
job/edge-head
job/edge-worker
job/edge-two
networkpolicy/edge'
KINDS='serviceaccount,configmap,service,job,networkpolicy'
WORKLOAD_KINDS='job'
OTHER_KINDS='statefulset,poddisruptionbudget'
FORMER_KINDS='secret,statefulset,poddisruptionbudget,resourceclaimtemplate'
NEEDED_OBJECTS=''
POD_QUOTA='head pods=1 count/pods=1 cpu=2 requests.cpu=2 memory=64Mi requests.memory=64Mi ephemeral-storage=64Mi requests.ephemeral-storage=64Mi limits.cpu=2 limits.memory=1Gi limits.ephemeral-storage=64Mi
worker pods=1 count/pods=1 cpu=1 requests.cpu=1 memory=1Gi requests.memory=1Gi ephemeral-storage=64Mi requests.ephemeral-storage=64Mi limits.cpu=2 limits.memory=1Gi limits.ephemeral-storage=64Mi requests.nvidia.com/gpu=1
two pods=1 count/pods=1 cpu=1250m requests.cpu=1250m memory=64Mi requests.memory=64Mi ephemeral-storage=64Mi requests.ephemeral-storage=64Mi limits.cpu=1250m limits.memory=64Mi limits.ephemeral-storage=64Mi requests.nvidia.com/gpu=1'
OBJECT_QUOTA='serviceaccount/edge count/serviceaccounts=1
configmap/edge-config configmaps=1 count/configmaps=1
service/edge-head services=1 count/services=1
service/edge-worker services=1 count/services=1
service/edge-two services=1 count/services=1
job/edge-head count/jobs.batch=1
job/edge-worker count/jobs.batch=1
job/edge-two count/jobs.batch=1
networkpolicy/edge count/networkpolicies.networking.k8s.io=1'
ENDS='8h after its start'
TLS_HOSTS=''
PAGE_ROLES=''
SECRETS=''
SECRET_METADATA=''
NEEDS='nodes with the GPU NVIDIA-A10'
HEAD='leader'
WORKER='follower'
NOTEBOOK=''
GROUPS_OF_WORKERS='two'
WORKERS='3'
LIFETIME='28800'
IDLE='0'
PODS='4'
CPU='5500m'
MEMORY='1216Mi'
STORAGE='256Mi'
GPUS='3'
POD_SIZES='head 1 2000 2000 67108864 1073741824 67108864 0 -
worker 1 1000 2000 1073741824 1073741824 67108864 1 nvidia.com/gpu
two 2 1250 1250 67108864 67108864 67108864 1 nvidia.com/gpu'
SITE='small'
SITE_LIMITS='workers 3
cpu 5500
memory 1275068416
gpus 3'
WEB_PORTS=''
LOGIN_HOST=''
CONNECT='edge-head'
SUBMIT=''
SUBMIT_DIR=''
MEMBERS=''
SMOKE=''
SMOKE_FILE=''
SMOKE_PROGRAM=''
