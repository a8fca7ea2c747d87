#!/bin/sh
# The manager of the cluster 'edge': creates, watches, reaches, uses and deletes it.
# Made by clusterc VERSION from the profile profile.yaml. Keep edge.yaml, and the BODY named below, beside it.
# Don't edit it: change the profile and generate it again. Begin with: sh edge.sh help
CLUSTERC_VERSION='VERSION'
CLUSTER='edge' NAMESPACE=''
TITLE='Echo'
MANIFEST='edge.yaml'
MANIFEST_CKSUM='CKSUM'
BODY='clusterc-manager-VERSION'
BODY_CKSUM='CKSUM'
INPUT_DIGEST='sha256:DIGEST'
SELECTOR='app.kubernetes.io/instance=edge,app.kubernetes.io/managed-by=clusterc'
KINDS='serviceaccount,configmap,service,job,networkpolicy'
WORKLOAD_KINDS='job'
OTHER_KINDS='statefulset,poddisruptionbudget,cronjob'
FORMER_KINDS='secret,statefulset,cronjob,poddisruptionbudget,resourceclaimtemplate'
POD_QUOTA='head 1 0 pods=1 count/pods=1 cpu=2 requests.cpu=2 memory=64Mi requests.memory=64Mi ephemeral-storage=64Mi requests.ephemeral-storage=64Mi limits.cpu=2 limits.memory=1Gi limits.ephemeral-storage=64Mi
worker 1 1 pods=1 count/pods=1 cpu=1 requests.cpu=1 memory=1Gi requests.memory=1Gi ephemeral-storage=64Mi requests.ephemeral-storage=64Mi limits.cpu=2 limits.memory=1Gi limits.ephemeral-storage=64Mi requests.nvidia.com/gpu=1
two 2 1 pods=1 count/pods=1 cpu=1250m requests.cpu=1250m memory=64Mi requests.memory=64Mi ephemeral-storage=64Mi requests.ephemeral-storage=64Mi limits.cpu=1250m limits.memory=64Mi limits.ephemeral-storage=64Mi requests.nvidia.com/gpu=1'
OBJECT_QUOTA='serviceaccount/edge count/serviceaccounts=1
configmap/edge-config configmaps=1 count/configmaps=1
service/edge-head services=1 count/services=1
service/edge-worker services=1 count/services=1
service/edge-two services=1 count/services=1
job/edge-head count/jobs.batch=1
job/edge-worker count/jobs.batch=1
job/edge-two count/jobs.batch=1
networkpolicy/edge count/networkpolicies.networking.k8s.io=1'
NEEDED_OBJECTS='' SERVER_SIDE=''
ENDS='8h after its start'
OWNER='job/edge-head'
TLS_HOSTS='' SECRETS='' SECRET_METADATA='' NOTEBOOK=''
GROUPS_OF_WORKERS='two'
SITE='small' KUBERNETES='34'
QUEUE='' QUEUE_GROUP=''
SITE_LIMITS='workers 3
cpu 5500m
memory 1216Mi
gpus 3'
COUNTED_IN='' LOGIN_HOST='' CHARGES='' SITE_EVENTS='' SITE_ANNOTATIONS=''
HEAD='leader' WORKER='follower' WORKERS='3' LIFETIME='28800' IDLE='0' PODS='4' CPU='5500m' MEMORY='1216Mi' STORAGE='256Mi' GPUS='3'
JOB='' LEADS='' PROGRAM_OF_JOB='' SCHEDULE='' TIME_ZONE='' SCHEDULE_SETS='' LOGS_CLAIM='' LOGS_PATH='' READER='' RETRIES='' KEEP='' START_TIMEOUT='' CODE_REF='' WEB_PORTS='' PORTS=''
CONNECT='edge-head' SUBMIT_DIR='' SUBMIT='' SUBMIT_OPTIONS='' SUBMIT_REACH='' SUBMIT_ALONE='' DISTRIBUTE='' MEMBERS='' PACKAGES='' SMOKE='' SMOKE_FILE='' SMOKE_PROGRAM=''
