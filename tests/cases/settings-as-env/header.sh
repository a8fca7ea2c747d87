#!/bin/sh
# The manager of the cluster 'mine': creates, watches, reaches, uses and deletes it.
# Made by clusterc VERSION from the profile profile.yaml. Keep mine.yaml, and the BODY named below, beside it.
# Don't edit it: change the profile and generate it again. Begin with: sh mine.sh help
CLUSTERC_VERSION='VERSION'
CLUSTER='mine' NAMESPACE=''
TITLE='Full 1'
MANIFEST='mine.yaml'
MANIFEST_CKSUM='CKSUM'
BODY='clusterc-manager-VERSION'
BODY_CKSUM='CKSUM'
INPUT_DIGEST='sha256:DIGEST'
SELECTOR='app.kubernetes.io/instance=mine,app.kubernetes.io/managed-by=clusterc'
KINDS='serviceaccount,configmap,service,statefulset,poddisruptionbudget,networkpolicy,secret'
WORKLOAD_KINDS='statefulset'
OTHER_KINDS='job,cronjob'
FORMER_KINDS='job,cronjob,resourceclaimtemplate'
POD_QUOTA='head 1 0 pods=1 count/pods=1 cpu=1 requests.cpu=1 memory=64Mi requests.memory=64Mi ephemeral-storage=64Mi requests.ephemeral-storage=64Mi limits.cpu=1 limits.memory=64Mi limits.ephemeral-storage=64Mi
worker 3 1 pods=1 count/pods=1 cpu=1500m requests.cpu=1500m memory=512Mi requests.memory=512Mi ephemeral-storage=64Mi requests.ephemeral-storage=64Mi limits.cpu=1500m limits.memory=512Mi limits.ephemeral-storage=64Mi requests.nvidia.com/gpu=1
notebook 1 0 pods=1 count/pods=1 cpu=1 requests.cpu=1 memory=256Mi requests.memory=256Mi ephemeral-storage=64Mi requests.ephemeral-storage=64Mi limits.cpu=1 limits.memory=256Mi limits.ephemeral-storage=64Mi'
OBJECT_QUOTA='serviceaccount/mine count/serviceaccounts=1
configmap/mine-config configmaps=1 count/configmaps=1
service/mine-head services=1 count/services=1
service/mine-worker services=1 count/services=1
service/mine-notebook services=1 count/services=1
statefulset/mine-head count/statefulsets.apps=1
statefulset/mine-worker count/statefulsets.apps=1
statefulset/mine-notebook count/statefulsets.apps=1
poddisruptionbudget/mine-head count/poddisruptionbudgets.policy=1
networkpolicy/mine count/networkpolicies.networking.k8s.io=1
secret/mine-auth secrets=1 count/secrets=1
secret/mine-keys secrets=1 count/secrets=1
secret/mine-pair secrets=1 count/secrets=1
secret/mine-seat secrets=1 count/secrets=1'
NEEDED_OBJECTS='' SERVER_SIDE='' ENDS='' OWNER=''
TLS_HOSTS='mine-head 0
mine-worker 64'
SECRETS='mine-auth token
mine-keys ssh
mine-pair tls
mine-seat token'
SECRET_METADATA='---
metadata:
  labels:
    app.kubernetes.io/name: full
    app.kubernetes.io/instance: mine
    app.kubernetes.io/version: "1"
    app.kubernetes.io/managed-by: clusterc
'
NOTEBOOK='seat'
GROUPS_OF_WORKERS='' SITE='' KUBERNETES='31'
QUEUE='' QUEUE_GROUP='' SITE_LIMITS='' COUNTED_IN='' LOGIN_HOST='' CHARGES='' SITE_EVENTS='' SITE_ANNOTATIONS=''
HEAD='leader' WORKER='follower' WORKERS='3' LIFETIME='0' IDLE='0' PODS='5' CPU='6500m' MEMORY='1856Mi' STORAGE='320Mi' GPUS='3'
JOB='' LEADS='' PROGRAM_OF_JOB='' SCHEDULE='' TIME_ZONE='' SCHEDULE_SETS='' LOGS_CLAIM='' LOGS_PATH='' READER='' RETRIES='' KEEP='' START_TIMEOUT='' CODE_REF=''
WEB_PORTS='page head 8000 mine-auth - / Full'\''s page
seat notebook 8001 mine-seat token /lab Notebook'
PORTS='cluster 7000'
CONNECT='full://mine-head:7000' SUBMIT_DIR='/home/me'
SUBMIT='/bin/sh'
SUBMIT_OPTIONS='' SUBMIT_REACH='' SUBMIT_ALONE='' DISTRIBUTE=''
MEMBERS='/bin/members'
PACKAGES=''
SMOKE='/bin/sh'
SMOKE_FILE='smoke.sh'
SMOKE_PROGRAM='the framework has it'
