#!/bin/sh
# The manager of the cluster 'gpus': creates, watches, reaches, uses and deletes it.
# Made by clusterc VERSION from the profile profile.yaml. Keep gpus.yaml, and the BODY named below, beside it.
# Don't edit it: change the profile and generate it again. Begin with: sh gpus.sh help
CLUSTERC_VERSION='VERSION'
CLUSTER='gpus' NAMESPACE=''
TITLE='Echo 1'
MANIFEST='gpus.yaml'
MANIFEST_CKSUM='CKSUM'
BODY='clusterc-manager-VERSION'
BODY_CKSUM='CKSUM'
INPUT_DIGEST='sha256:DIGEST'
SELECTOR='app.kubernetes.io/instance=gpus,app.kubernetes.io/managed-by=clusterc'
KINDS='serviceaccount,configmap,resourceclaimtemplate,service,job,networkpolicy'
WORKLOAD_KINDS='job'
OTHER_KINDS='statefulset,poddisruptionbudget,cronjob'
FORMER_KINDS='secret,statefulset,cronjob,poddisruptionbudget'
POD_QUOTA='head 1 0 pods=1 count/pods=1 cpu=1 requests.cpu=1 memory=64Mi requests.memory=64Mi ephemeral-storage=64Mi requests.ephemeral-storage=64Mi limits.cpu=1 limits.memory=64Mi limits.ephemeral-storage=64Mi
worker 1 1 pods=1 count/pods=1 cpu=500m requests.cpu=500m memory=64Mi requests.memory=64Mi ephemeral-storage=64Mi requests.ephemeral-storage=64Mi limits.cpu=500m limits.memory=64Mi limits.ephemeral-storage=64Mi gpu.nvidia.com.deviceclass.resource.k8s.io/devices=1 count/resourceclaims.resource.k8s.io=1
most 1 64 pods=1 count/pods=1 cpu=500m requests.cpu=500m memory=64Mi requests.memory=64Mi ephemeral-storage=64Mi requests.ephemeral-storage=64Mi limits.cpu=500m limits.memory=64Mi limits.ephemeral-storage=64Mi mig.example.org.deviceclass.resource.k8s.io/devices=64 count/resourceclaims.resource.k8s.io=1
slices 1 1 pods=1 count/pods=1 cpu=500m requests.cpu=500m memory=64Mi requests.memory=64Mi ephemeral-storage=64Mi requests.ephemeral-storage=64Mi limits.cpu=500m limits.memory=64Mi limits.ephemeral-storage=64Mi requests.nvidia.com/mig-1g.5gb=1
amd 1 8 pods=1 count/pods=1 cpu=500m requests.cpu=500m memory=64Mi requests.memory=64Mi ephemeral-storage=64Mi requests.ephemeral-storage=64Mi limits.cpu=500m limits.memory=64Mi limits.ephemeral-storage=64Mi requests.amd.com/gpu=8'
OBJECT_QUOTA='serviceaccount/gpus count/serviceaccounts=1
configmap/gpus-config configmaps=1 count/configmaps=1
resourceclaimtemplate/gpus-worker-gpu count/resourceclaimtemplates.resource.k8s.io=1
resourceclaimtemplate/gpus-most-gpu count/resourceclaimtemplates.resource.k8s.io=1
service/gpus-head services=1 count/services=1
service/gpus-worker services=1 count/services=1
service/gpus-most services=1 count/services=1
service/gpus-slices services=1 count/services=1
service/gpus-amd services=1 count/services=1
job/gpus-head count/jobs.batch=1
job/gpus-worker count/jobs.batch=1
job/gpus-most count/jobs.batch=1
job/gpus-slices count/jobs.batch=1
job/gpus-amd count/jobs.batch=1
networkpolicy/gpus count/networkpolicies.networking.k8s.io=1'
NEEDED_OBJECTS='deviceclass/gpu.nvidia.com
deviceclass/mig.example.org'
SERVER_SIDE=''
ENDS='366d after its start'
OWNER='job/gpus-head'
TLS_HOSTS='' SECRETS='' SECRET_METADATA='' NOTEBOOK=''
GROUPS_OF_WORKERS='most
slices
amd'
SITE='' KUBERNETES='31'
QUEUE='' QUEUE_GROUP='' SITE_LIMITS='' COUNTED_IN='' LOGIN_HOST='' CHARGES='' SITE_EVENTS='' SITE_ANNOTATIONS=''
HEAD='leader' WORKER='follower' WORKERS='4' LIFETIME='31622400' IDLE='0' PODS='5' CPU='3' MEMORY='320Mi' STORAGE='320Mi' GPUS='74'
JOB='' LEADS='' PROGRAM_OF_JOB='' SCHEDULE='' TIME_ZONE='' SCHEDULE_SETS='' LOGS_CLAIM='' LOGS_PATH='' READER='' RETRIES='' KEEP='' START_TIMEOUT='' CODE_REF='' WEB_PORTS='' PORTS=''
CONNECT='gpus-head' SUBMIT_DIR='' SUBMIT='' SUBMIT_OPTIONS='' SUBMIT_REACH='' SUBMIT_ALONE='' DISTRIBUTE='' MEMBERS='' PACKAGES='' SMOKE='' SMOKE_FILE='' SMOKE_PROGRAM=''
