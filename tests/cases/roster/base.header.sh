#!/bin/sh
# The manager of the cluster 'base': creates, watches, reaches, uses and deletes it.
# Made by clusterc VERSION from the profile profile.yaml. Keep base.yaml, and the BODY named below, beside it.
# Don't edit it: change the profile and generate it again. Begin with: sh base.sh help
CLUSTERC_VERSION='VERSION'
CLUSTER='base' NAMESPACE=''
TITLE='Echo 1'
MANIFEST='base.yaml'
MANIFEST_CKSUM='CKSUM'
BODY='clusterc-manager-VERSION'
BODY_CKSUM='CKSUM'
INPUT_DIGEST='sha256:DIGEST'
SELECTOR='app.kubernetes.io/instance=base,app.kubernetes.io/managed-by=clusterc'
KINDS='serviceaccount,service,statefulset,poddisruptionbudget,networkpolicy'
WORKLOAD_KINDS='statefulset'
OTHER_KINDS='job,cronjob'
FORMER_KINDS='configmap,secret,job,cronjob,resourceclaimtemplate'
POD_QUOTA='head 1 0 pods=1 count/pods=1 cpu=1 requests.cpu=1 memory=64Mi requests.memory=64Mi ephemeral-storage=64Mi requests.ephemeral-storage=64Mi limits.cpu=1 limits.memory=64Mi limits.ephemeral-storage=64Mi
worker 1 0 pods=1 count/pods=1 cpu=500m requests.cpu=500m memory=96Mi requests.memory=96Mi ephemeral-storage=64Mi requests.ephemeral-storage=64Mi limits.cpu=500m limits.memory=96Mi limits.ephemeral-storage=64Mi'
OBJECT_QUOTA='serviceaccount/base count/serviceaccounts=1
service/base-head services=1 count/services=1
service/base-worker services=1 count/services=1
statefulset/base-head count/statefulsets.apps=1
statefulset/base-worker count/statefulsets.apps=1
poddisruptionbudget/base-head count/poddisruptionbudgets.policy=1
networkpolicy/base count/networkpolicies.networking.k8s.io=1'
NEEDED_OBJECTS='' SERVER_SIDE='' ENDS='' OWNER='' TLS_HOSTS='' SECRETS='' SECRET_METADATA='' NOTEBOOK='' GROUPS_OF_WORKERS='' SITE='' KUBERNETES='31'
QUEUE='' QUEUE_GROUP='' SITE_LIMITS='' COUNTED_IN='' LOGIN_HOST='' CHARGES='' SITE_EVENTS='' SITE_ANNOTATIONS=''
HEAD='leader' WORKER='follower' WORKERS='1' LIFETIME='0' IDLE='0' PODS='2' CPU='1500m' MEMORY='160Mi' STORAGE='128Mi' GPUS='0'
JOB='' LEADS='' PROGRAM_OF_JOB='' SCHEDULE='' TIME_ZONE='' SCHEDULE_SETS='' LOGS_CLAIM='' LOGS_PATH='' READER='' RETRIES='' KEEP='' START_TIMEOUT='' CODE_REF='' WEB_PORTS='' PORTS=''
CONNECT='base-head' SUBMIT_DIR='' SUBMIT='' SUBMIT_OPTIONS='' SUBMIT_REACH='' SUBMIT_ALONE='' DISTRIBUTE='' MEMBERS='' PACKAGES='' SMOKE='' SMOKE_FILE='' SMOKE_PROGRAM=''
