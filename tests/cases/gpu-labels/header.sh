#!/bin/sh
# The manager of the cluster 'labels': creates, watches, reaches, uses and deletes it.
# Made by clusterc VERSION from the profile profile.yaml. Keep labels.yaml, and the BODY named below, beside it.
# Don't edit it: change the profile and generate it again. Begin with: sh labels.sh help
CLUSTERC_VERSION='VERSION'
CLUSTER='labels' NAMESPACE=''
TITLE='Echo 1'
MANIFEST='labels.yaml'
MANIFEST_CKSUM='CKSUM'
BODY='clusterc-manager-VERSION'
BODY_CKSUM='CKSUM'
INPUT_DIGEST='sha256:DIGEST'
SELECTOR='app.kubernetes.io/instance=labels,app.kubernetes.io/managed-by=clusterc'
KINDS='serviceaccount,configmap,service,job,networkpolicy'
WORKLOAD_KINDS='job'
OTHER_KINDS='statefulset,poddisruptionbudget,cronjob'
FORMER_KINDS='secret,statefulset,cronjob,poddisruptionbudget,resourceclaimtemplate'
POD_QUOTA='head 1 0 pods=1 count/pods=1 cpu=1 requests.cpu=1 memory=64Mi requests.memory=64Mi ephemeral-storage=64Mi requests.ephemeral-storage=64Mi limits.cpu=1 limits.memory=64Mi limits.ephemeral-storage=64Mi
worker 1 1 pods=1 count/pods=1 cpu=500m requests.cpu=500m memory=64Mi requests.memory=64Mi ephemeral-storage=64Mi requests.ephemeral-storage=64Mi limits.cpu=500m limits.memory=64Mi limits.ephemeral-storage=64Mi requests.nvidia.com/gpu=1
shared 1 1 pods=1 count/pods=1 cpu=500m requests.cpu=500m memory=64Mi requests.memory=64Mi ephemeral-storage=64Mi requests.ephemeral-storage=64Mi limits.cpu=500m limits.memory=64Mi limits.ephemeral-storage=64Mi requests.nvidia.com/gpu.shared=1
slice 1 1 pods=1 count/pods=1 cpu=500m requests.cpu=500m memory=64Mi requests.memory=64Mi ephemeral-storage=64Mi requests.ephemeral-storage=64Mi limits.cpu=500m limits.memory=64Mi limits.ephemeral-storage=64Mi requests.nvidia.com/mig-1g.6gb=1
named 1 1 pods=1 count/pods=1 cpu=500m requests.cpu=500m memory=64Mi requests.memory=64Mi ephemeral-storage=64Mi requests.ephemeral-storage=64Mi limits.cpu=500m limits.memory=64Mi limits.ephemeral-storage=64Mi requests.nvidia.com/a100=1'
OBJECT_QUOTA='serviceaccount/labels count/serviceaccounts=1
configmap/labels-config configmaps=1 count/configmaps=1
service/labels-head services=1 count/services=1
service/labels-worker services=1 count/services=1
service/labels-shared services=1 count/services=1
service/labels-slice services=1 count/services=1
service/labels-named services=1 count/services=1
job/labels-head count/jobs.batch=1
job/labels-worker count/jobs.batch=1
job/labels-shared count/jobs.batch=1
job/labels-slice count/jobs.batch=1
job/labels-named count/jobs.batch=1
networkpolicy/labels count/networkpolicies.networking.k8s.io=1'
NEEDED_OBJECTS='' SERVER_SIDE=''
ENDS='8h after its start'
OWNER='job/labels-head'
TLS_HOSTS='' SECRETS='' SECRET_METADATA='' NOTEBOOK=''
GROUPS_OF_WORKERS='shared
slice
named'
SITE='' KUBERNETES='31'
QUEUE='' QUEUE_GROUP='' SITE_LIMITS='' COUNTED_IN='' LOGIN_HOST='' CHARGES='' SITE_EVENTS='' SITE_ANNOTATIONS=''
HEAD='leader' WORKER='follower' WORKERS='4' LIFETIME='28800' IDLE='0' PODS='5' CPU='3' MEMORY='320Mi' STORAGE='320Mi' GPUS='4'
JOB='' LEADS='' PROGRAM_OF_JOB='' SCHEDULE='' TIME_ZONE='' SCHEDULE_SETS='' LOGS_CLAIM='' LOGS_PATH='' READER='' RETRIES='' KEEP='' START_TIMEOUT='' CODE_REF='' WEB_PORTS='' PORTS=''
CONNECT='labels-head' SUBMIT_DIR='' SUBMIT='' SUBMIT_OPTIONS='' SUBMIT_REACH='' SUBMIT_ALONE='' DISTRIBUTE='' MEMBERS='' PACKAGES='' SMOKE='' SMOKE_FILE='' SMOKE_PROGRAM=''
