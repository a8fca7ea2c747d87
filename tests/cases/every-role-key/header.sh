#!/bin/sh
# The manager of the cluster 'every': creates, watches, reaches, uses and deletes it.
# Made by clusterc VERSION from the profile profile.yaml. Keep every.yaml, and the BODY named below, beside it.
# Don't edit it: change the profile and generate it again. Begin with: sh every.sh help
CLUSTERC_VERSION='VERSION'
CLUSTER='every' NAMESPACE=''
TITLE='All'
MANIFEST='every.yaml'
MANIFEST_CKSUM='CKSUM'
BODY='clusterc-manager-VERSION'
BODY_CKSUM='CKSUM'
INPUT_DIGEST='sha256:DIGEST'
SELECTOR='app.kubernetes.io/instance=every,app.kubernetes.io/managed-by=clusterc'
KINDS='serviceaccount,configmap,service,job,networkpolicy'
WORKLOAD_KINDS='job'
OTHER_KINDS='statefulset,poddisruptionbudget,cronjob'
FORMER_KINDS='secret,statefulset,cronjob,poddisruptionbudget,resourceclaimtemplate'
POD_QUOTA='head 1 0 pods=1 count/pods=1 cpu=500m requests.cpu=500m memory=1536Mi requests.memory=1536Mi ephemeral-storage=15Gi requests.ephemeral-storage=15Gi limits.cpu=2 limits.memory=2Gi limits.ephemeral-storage=15Gi
worker 1 0 pods=1 count/pods=1 cpu=500m requests.cpu=500m memory=1536Mi requests.memory=1536Mi ephemeral-storage=15Gi requests.ephemeral-storage=15Gi limits.cpu=2 limits.memory=2Gi limits.ephemeral-storage=15Gi
notebook 1 0 pods=1 count/pods=1 cpu=500m requests.cpu=500m memory=1536Mi requests.memory=1536Mi ephemeral-storage=15Gi requests.ephemeral-storage=15Gi limits.cpu=2 limits.memory=2Gi limits.ephemeral-storage=15Gi'
OBJECT_QUOTA='serviceaccount/every count/serviceaccounts=1
configmap/every-config configmaps=1 count/configmaps=1
service/every-head services=1 count/services=1
service/every-worker services=1 count/services=1
service/every-notebook services=1 count/services=1
job/every-head count/jobs.batch=1
job/every-worker count/jobs.batch=1
job/every-notebook count/jobs.batch=1
networkpolicy/every count/networkpolicies.networking.k8s.io=1'
NEEDED_OBJECTS='persistentvolumeclaim/datasets
secret/store-login
secret/other-login
configmap/defaults
priorityclass/low
runtimeclass/gvisor'
SERVER_SIDE=''
ENDS='8h after its start'
OWNER='job/every-head'
TLS_HOSTS='' SECRETS='' SECRET_METADATA=''
NOTEBOOK='seat'
GROUPS_OF_WORKERS='' SITE='' KUBERNETES='31'
QUEUE='' QUEUE_GROUP='' SITE_LIMITS='' COUNTED_IN='' LOGIN_HOST='' CHARGES='' SITE_EVENTS='' SITE_ANNOTATIONS=''
HEAD='leader' WORKER='follower' WORKERS='1' LIFETIME='28800' IDLE='0' PODS='3' CPU='1500m' MEMORY='4608Mi' STORAGE='45Gi' GPUS='0'
JOB='' LEADS='' PROGRAM_OF_JOB='' SCHEDULE='' TIME_ZONE='' SCHEDULE_SETS='' LOGS_CLAIM='' LOGS_PATH='' READER='' RETRIES='' KEEP='' START_TIMEOUT='' CODE_REF='' WEB_PORTS=''
PORTS='cluster 7000'
CONNECT='every-head' SUBMIT_DIR='' SUBMIT='' SUBMIT_OPTIONS='' SUBMIT_REACH='' SUBMIT_ALONE='' DISTRIBUTE='' MEMBERS='' PACKAGES='' SMOKE='' SMOKE_FILE='' SMOKE_PROGRAM=''
