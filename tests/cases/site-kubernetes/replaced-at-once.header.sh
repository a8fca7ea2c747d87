#!/bin/sh
# The manager of the cluster 'replaced-at-once': creates, watches, reaches, uses and deletes it.
# Made by clusterc VERSION from the profile profile.yaml. Keep replaced-at-once.yaml, and the BODY named below, beside it.
# Don't edit it: change the profile and generate it again. Begin with: sh replaced-at-once.sh help
CLUSTERC_VERSION='VERSION'
CLUSTER='replaced-at-once' NAMESPACE=''
TITLE='Echo 1'
MANIFEST='replaced-at-once.yaml'
MANIFEST_CKSUM='CKSUM'
BODY='clusterc-manager-VERSION'
BODY_CKSUM='CKSUM'
INPUT_DIGEST='sha256:DIGEST'
SELECTOR='app.kubernetes.io/instance=replaced-at-once,app.kubernetes.io/managed-by=clusterc'
KINDS='serviceaccount,configmap,service,job,networkpolicy'
WORKLOAD_KINDS='job'
OTHER_KINDS='statefulset,poddisruptionbudget,cronjob'
FORMER_KINDS='secret,statefulset,cronjob,poddisruptionbudget,resourceclaimtemplate'
POD_QUOTA='head 1 0 pods=1 count/pods=1 cpu=1 requests.cpu=1 memory=64Mi requests.memory=64Mi ephemeral-storage=64Mi requests.ephemeral-storage=64Mi limits.cpu=1 limits.memory=64Mi limits.ephemeral-storage=64Mi
worker 1 0 pods=1 count/pods=1 cpu=500m requests.cpu=500m memory=64Mi requests.memory=64Mi ephemeral-storage=64Mi requests.ephemeral-storage=64Mi limits.cpu=500m limits.memory=64Mi limits.ephemeral-storage=64Mi'
OBJECT_QUOTA='serviceaccount/replaced-at-once count/serviceaccounts=1
configmap/replaced-at-once-config configmaps=1 count/configmaps=1
service/replaced-at-once-head services=1 count/services=1
service/replaced-at-once-worker services=1 count/services=1
job/replaced-at-once-head count/jobs.batch=1
job/replaced-at-once-worker count/jobs.batch=1
networkpolicy/replaced-at-once count/networkpolicies.networking.k8s.io=1'
NEEDED_OBJECTS='' SERVER_SIDE=''
ENDS='1h after its start'
OWNER='job/replaced-at-once-head'
TLS_HOSTS='' SECRETS='' SECRET_METADATA='' NOTEBOOK='' GROUPS_OF_WORKERS=''
SITE='of-28' KUBERNETES='28'
QUEUE='' QUEUE_GROUP='' SITE_LIMITS='' COUNTED_IN='' LOGIN_HOST='' CHARGES='' SITE_EVENTS='' SITE_ANNOTATIONS=''
HEAD='leader' WORKER='follower' WORKERS='1' LIFETIME='3600' IDLE='0' PODS='2' CPU='1500m' MEMORY='128Mi' STORAGE='128Mi' GPUS='0'
JOB='' LEADS='' PROGRAM_OF_JOB='' SCHEDULE='' TIME_ZONE='' SCHEDULE_SETS='' LOGS_CLAIM='' LOGS_PATH='' READER='' RETRIES='' KEEP='' START_TIMEOUT='' CODE_REF='' WEB_PORTS='' PORTS=''
CONNECT='replaced-at-once-head' SUBMIT_DIR='' SUBMIT='' SUBMIT_OPTIONS='' SUBMIT_REACH='' SUBMIT_ALONE='' DISTRIBUTE='' MEMBERS='' PACKAGES='' SMOKE='' SMOKE_FILE='' SMOKE_PROGRAM=''
