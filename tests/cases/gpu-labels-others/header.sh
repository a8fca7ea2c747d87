#!/bin/sh
# The manager of the cluster 'others': creates, watches, reaches, uses and deletes it.
# Made by clusterc VERSION from the profile profile.yaml. Keep others.yaml, and the BODY named below, beside it.
# Don't edit it: change the profile and generate it again. Begin with: sh others.sh help
CLUSTERC_VERSION='VERSION'
CLUSTER='others' NAMESPACE=''
TITLE='Echo 1'
MANIFEST='others.yaml'
MANIFEST_CKSUM='CKSUM'
BODY='clusterc-manager-VERSION'
BODY_CKSUM='CKSUM'
INPUT_DIGEST='sha256:DIGEST'
SELECTOR='app.kubernetes.io/instance=others,app.kubernetes.io/managed-by=clusterc'
KINDS='serviceaccount,configmap,service,job,networkpolicy'
WORKLOAD_KINDS='job'
OTHER_KINDS='statefulset,poddisruptionbudget,cronjob'
FORMER_KINDS='secret,statefulset,cronjob,poddisruptionbudget,resourceclaimtemplate'
POD_QUOTA='head 1 0 pods=1 count/pods=1 cpu=1 requests.cpu=1 memory=64Mi requests.memory=64Mi ephemeral-storage=64Mi requests.ephemeral-storage=64Mi limits.cpu=1 limits.memory=64Mi limits.ephemeral-storage=64Mi
worker 1 1 pods=1 count/pods=1 cpu=500m requests.cpu=500m memory=64Mi requests.memory=64Mi ephemeral-storage=64Mi requests.ephemeral-storage=64Mi limits.cpu=500m limits.memory=64Mi limits.ephemeral-storage=64Mi requests.amd.com/gpu=1
intel 1 1 pods=1 count/pods=1 cpu=500m requests.cpu=500m memory=64Mi requests.memory=64Mi ephemeral-storage=64Mi requests.ephemeral-storage=64Mi limits.cpu=500m limits.memory=64Mi limits.ephemeral-storage=64Mi requests.gpu.intel.com/i915=1'
OBJECT_QUOTA='serviceaccount/others count/serviceaccounts=1
configmap/others-config configmaps=1 count/configmaps=1
service/others-head services=1 count/services=1
service/others-worker services=1 count/services=1
service/others-intel services=1 count/services=1
job/others-head count/jobs.batch=1
job/others-worker count/jobs.batch=1
job/others-intel count/jobs.batch=1
networkpolicy/others count/networkpolicies.networking.k8s.io=1'
NEEDED_OBJECTS='' SERVER_SIDE=''
ENDS='8h after its start'
OWNER='job/others-head'
TLS_HOSTS='' SECRETS='' SECRET_METADATA='' NOTEBOOK=''
GROUPS_OF_WORKERS='intel'
SITE='' KUBERNETES='31'
QUEUE='' QUEUE_GROUP='' SITE_LIMITS='' COUNTED_IN='' LOGIN_HOST='' CHARGES='' SITE_EVENTS='' SITE_ANNOTATIONS=''
HEAD='leader' WORKER='follower' WORKERS='2' LIFETIME='28800' IDLE='0' PODS='3' CPU='2' MEMORY='192Mi' STORAGE='192Mi' GPUS='2'
JOB='' LEADS='' PROGRAM_OF_JOB='' SCHEDULE='' TIME_ZONE='' SCHEDULE_SETS='' LOGS_CLAIM='' LOGS_PATH='' READER='' RETRIES='' KEEP='' START_TIMEOUT='' CODE_REF='' WEB_PORTS='' PORTS=''
CONNECT='others-head' SUBMIT_DIR='' SUBMIT='' SUBMIT_OPTIONS='' SUBMIT_REACH='' SUBMIT_ALONE='' DISTRIBUTE='' MEMBERS='' PACKAGES='' SMOKE='' SMOKE_FILE='' SMOKE_PROGRAM=''
