#!/bin/sh
# The manager of the cluster 'mixed': creates, watches, reaches, uses and deletes it.
# Made by clusterc VERSION from the profile profile.yaml. Keep mixed.yaml, and the BODY named below, beside it.
# Don't edit it: change the profile and generate it again. Begin with: sh mixed.sh help
CLUSTERC_VERSION='VERSION'
CLUSTER='mixed' NAMESPACE=''
TITLE='Echo 1'
MANIFEST='mixed.yaml'
MANIFEST_CKSUM='CKSUM'
BODY='clusterc-manager-VERSION'
BODY_CKSUM='CKSUM'
INPUT_DIGEST='sha256:DIGEST'
SELECTOR='app.kubernetes.io/instance=mixed,app.kubernetes.io/managed-by=clusterc'
KINDS='serviceaccount,configmap,service,job,networkpolicy'
WORKLOAD_KINDS='job'
OTHER_KINDS='statefulset,poddisruptionbudget,cronjob'
FORMER_KINDS='secret,statefulset,cronjob,poddisruptionbudget,resourceclaimtemplate'
POD_QUOTA='head 1 0 pods=1 count/pods=1 cpu=1 requests.cpu=1 memory=64Mi requests.memory=64Mi ephemeral-storage=64Mi requests.ephemeral-storage=64Mi limits.cpu=1 limits.memory=64Mi limits.ephemeral-storage=64Mi
worker 1 0 pods=1 count/pods=1 cpu=1 requests.cpu=1 memory=64Mi requests.memory=64Mi ephemeral-storage=64Mi requests.ephemeral-storage=64Mi limits.cpu=1 limits.memory=64Mi limits.ephemeral-storage=64Mi
gpu 2 4 pods=1 count/pods=1 cpu=4 requests.cpu=4 memory=8Gi requests.memory=8Gi ephemeral-storage=64Mi requests.ephemeral-storage=64Mi limits.cpu=4 limits.memory=8Gi limits.ephemeral-storage=64Mi requests.nvidia.com/gpu=4
a-name-of-20-letters 1 0 pods=1 count/pods=1 cpu=500m requests.cpu=500m memory=64Mi requests.memory=64Mi ephemeral-storage=64Mi requests.ephemeral-storage=64Mi limits.cpu=500m limits.memory=64Mi limits.ephemeral-storage=64Mi'
OBJECT_QUOTA='serviceaccount/mixed count/serviceaccounts=1
configmap/mixed-config configmaps=1 count/configmaps=1
service/mixed-head services=1 count/services=1
service/mixed-worker services=1 count/services=1
service/mixed-gpu services=1 count/services=1
service/mixed-a-name-of-20-letters services=1 count/services=1
job/mixed-head count/jobs.batch=1
job/mixed-worker count/jobs.batch=1
job/mixed-gpu count/jobs.batch=1
job/mixed-a-name-of-20-letters count/jobs.batch=1
networkpolicy/mixed count/networkpolicies.networking.k8s.io=1'
NEEDED_OBJECTS='' SERVER_SIDE=''
ENDS='5m after its start'
OWNER='job/mixed-head'
TLS_HOSTS='' SECRETS='' SECRET_METADATA='' NOTEBOOK=''
GROUPS_OF_WORKERS='gpu
a-name-of-20-letters'
SITE='' KUBERNETES='31'
QUEUE='' QUEUE_GROUP='' SITE_LIMITS=''
COUNTED_IN='/etc/echo/echo.conf, the command or environment of the leader'
LOGIN_HOST='' CHARGES='' SITE_EVENTS='' SITE_ANNOTATIONS=''
HEAD='leader' WORKER='follower' WORKERS='4' LIFETIME='300' IDLE='0' PODS='5' CPU='10500m' MEMORY='16576Mi' STORAGE='320Mi' GPUS='8'
JOB='' LEADS='' PROGRAM_OF_JOB='' SCHEDULE='' TIME_ZONE='' SCHEDULE_SETS='' LOGS_CLAIM='' LOGS_PATH='' READER='' RETRIES='' KEEP='' START_TIMEOUT='' CODE_REF='' WEB_PORTS=''
PORTS='cluster 7000'
CONNECT='mixed-head' SUBMIT_DIR='' SUBMIT='' SUBMIT_OPTIONS='' SUBMIT_REACH='' SUBMIT_ALONE='' DISTRIBUTE='' MEMBERS='' PACKAGES='' SMOKE='' SMOKE_FILE='' SMOKE_PROGRAM=''
