#!/bin/sh
# The manager of the cluster 'classes': creates, watches, reaches, uses and deletes it.
# Made by clusterc VERSION from the profile profile.yaml. Keep classes.yaml, and the BODY named below, beside it.
# Don't edit it: change the profile and generate it again. Begin with: sh classes.sh help
CLUSTERC_VERSION='VERSION'
CLUSTER='classes' NAMESPACE=''
TITLE='Echo 1'
MANIFEST='classes.yaml'
MANIFEST_CKSUM='CKSUM'
BODY='clusterc-manager-VERSION'
BODY_CKSUM='CKSUM'
INPUT_DIGEST='sha256:DIGEST'
SELECTOR='app.kubernetes.io/instance=classes,app.kubernetes.io/managed-by=clusterc'
KINDS='serviceaccount,configmap,service,job,networkpolicy'
WORKLOAD_KINDS='job'
OTHER_KINDS='statefulset,poddisruptionbudget,cronjob'
FORMER_KINDS='secret,statefulset,cronjob,poddisruptionbudget,resourceclaimtemplate'
POD_QUOTA='head 1 0 pods=1 count/pods=1 cpu=1 requests.cpu=1 memory=64Mi requests.memory=64Mi ephemeral-storage=64Mi requests.ephemeral-storage=64Mi limits.cpu=1 limits.memory=64Mi limits.ephemeral-storage=64Mi
worker 1 1 pods=1 count/pods=1 cpu=500m requests.cpu=500m memory=64Mi requests.memory=64Mi ephemeral-storage=64Mi requests.ephemeral-storage=64Mi limits.cpu=500m limits.memory=64Mi limits.ephemeral-storage=64Mi requests.nvidia.com/gpu=1
a-forty 1 2 pods=1 count/pods=1 cpu=500m requests.cpu=500m memory=64Mi requests.memory=64Mi ephemeral-storage=64Mi requests.ephemeral-storage=64Mi limits.cpu=500m limits.memory=64Mi limits.ephemeral-storage=64Mi requests.nvidia.com/a40=2
a-hundred 1 1 pods=1 count/pods=1 cpu=500m requests.cpu=500m memory=64Mi requests.memory=64Mi ephemeral-storage=64Mi requests.ephemeral-storage=64Mi limits.cpu=500m limits.memory=64Mi limits.ephemeral-storage=64Mi requests.nvidia.com/a100=1
without 1 0 pods=1 count/pods=1 cpu=500m requests.cpu=500m memory=64Mi requests.memory=64Mi ephemeral-storage=64Mi requests.ephemeral-storage=64Mi limits.cpu=500m limits.memory=64Mi limits.ephemeral-storage=64Mi'
OBJECT_QUOTA='serviceaccount/classes count/serviceaccounts=1
configmap/classes-config configmaps=1 count/configmaps=1
service/classes-head services=1 count/services=1
service/classes-worker services=1 count/services=1
service/classes-a-forty services=1 count/services=1
service/classes-a-hundred services=1 count/services=1
service/classes-without services=1 count/services=1
job/classes-head count/jobs.batch=1
job/classes-worker count/jobs.batch=1
job/classes-a-forty count/jobs.batch=1
job/classes-a-hundred count/jobs.batch=1
job/classes-without count/jobs.batch=1
networkpolicy/classes count/networkpolicies.networking.k8s.io=1'
NEEDED_OBJECTS='' SERVER_SIDE=''
ENDS='1h after its start'
OWNER='job/classes-head'
TLS_HOSTS='' SECRETS='' SECRET_METADATA='' NOTEBOOK=''
GROUPS_OF_WORKERS='a-forty
a-hundred
without'
SITE='campus' KUBERNETES='31'
QUEUE='' QUEUE_GROUP='' SITE_LIMITS='' COUNTED_IN='' LOGIN_HOST=''
CHARGES='3.5 credits per hour
up to 3.5 until its lifetime of 1h is over'
SITE_EVENTS='FailedScheduling	gpu	normal	untolerated taint	it waits for a reservation	-
Preempted	always	-	-	it'\''s stopped	create it again, later'
SITE_ANNOTATIONS='example.org/idle	idle since	-	-'
HEAD='leader' WORKER='follower' WORKERS='4' LIFETIME='3600' IDLE='0' PODS='5' CPU='3' MEMORY='320Mi' STORAGE='320Mi' GPUS='4'
JOB='' LEADS='' PROGRAM_OF_JOB='' SCHEDULE='' TIME_ZONE='' SCHEDULE_SETS='' LOGS_CLAIM='' LOGS_PATH='' READER='' RETRIES='' KEEP='' START_TIMEOUT='' CODE_REF='' WEB_PORTS='' PORTS=''
CONNECT='classes-head' SUBMIT_DIR='' SUBMIT='' SUBMIT_OPTIONS='' SUBMIT_REACH='' SUBMIT_ALONE='' DISTRIBUTE='' MEMBERS='' PACKAGES='' SMOKE='' SMOKE_FILE='' SMOKE_PROGRAM=''
