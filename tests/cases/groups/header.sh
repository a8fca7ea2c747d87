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
KINDS='serviceaccount,configmap,service,job,networkpolicy'
WORKLOAD_KINDS='job'
OTHER_KINDS='statefulset,poddisruptionbudget'
FORMER_KINDS='secret,statefulset,poddisruptionbudget,resourceclaimtemplate'
NEEDED_OBJECTS=''
POD_QUOTA='head pods=1 count/pods=1 cpu=1 requests.cpu=1 memory=64Mi requests.memory=64Mi ephemeral-storage=64Mi requests.ephemeral-storage=64Mi limits.cpu=1 limits.memory=64Mi limits.ephemeral-storage=64Mi
worker pods=1 count/pods=1 cpu=1 requests.cpu=1 memory=64Mi requests.memory=64Mi ephemeral-storage=64Mi requests.ephemeral-storage=64Mi limits.cpu=1 limits.memory=64Mi limits.ephemeral-storage=64Mi
gpu pods=1 count/pods=1 cpu=4 requests.cpu=4 memory=8Gi requests.memory=8Gi ephemeral-storage=64Mi requests.ephemeral-storage=64Mi limits.cpu=4 limits.memory=8Gi limits.ephemeral-storage=64Mi requests.nvidia.com/gpu=4
none-at-present pods=1 count/pods=1 cpu=500m requests.cpu=500m memory=64Mi requests.memory=64Mi ephemeral-storage=64Mi requests.ephemeral-storage=64Mi limits.cpu=500m limits.memory=64Mi limits.ephemeral-storage=64Mi
a-name-of-20-letters pods=1 count/pods=1 cpu=500m requests.cpu=500m memory=64Mi requests.memory=64Mi ephemeral-storage=64Mi requests.ephemeral-storage=64Mi limits.cpu=500m limits.memory=64Mi limits.ephemeral-storage=64Mi'
OBJECT_QUOTA='serviceaccount/mixed count/serviceaccounts=1
configmap/mixed-config configmaps=1 count/configmaps=1
service/mixed-head services=1 count/services=1
service/mixed-worker services=1 count/services=1
service/mixed-gpu services=1 count/services=1
service/mixed-none-at-present services=1 count/services=1
service/mixed-a-name-of-20-letters services=1 count/services=1
job/mixed-head count/jobs.batch=1
job/mixed-worker count/jobs.batch=1
job/mixed-gpu count/jobs.batch=1
job/mixed-none-at-present count/jobs.batch=1
job/mixed-a-name-of-20-letters count/jobs.batch=1
networkpolicy/mixed count/networkpolicies.networking.k8s.io=1'
ENDS='5m after its start'
TLS_HOSTS=''
PAGE_ROLES=''
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
