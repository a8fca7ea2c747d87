#!/bin/sh
# The manager of the cluster 'elsewhere': creates, watches, reaches, uses and deletes it.
# Made by clusterc VERSION from the profile profile.yaml. Keep elsewhere.yaml, and the BODY named below, beside it.
# Don't edit it: change the profile and generate it again. Begin with: sh elsewhere.sh help
CLUSTERC_VERSION='VERSION'
CLUSTER='elsewhere' NAMESPACE='team-b'
TITLE='Echo 1'
MANIFEST='elsewhere.yaml'
MANIFEST_CKSUM='CKSUM'
BODY='clusterc-manager-VERSION'
BODY_CKSUM='CKSUM'
INPUT_DIGEST='sha256:DIGEST'
SELECTOR='app.kubernetes.io/instance=elsewhere,app.kubernetes.io/managed-by=clusterc'
KINDS='serviceaccount,configmap,service,statefulset,poddisruptionbudget,networkpolicy'
WORKLOAD_KINDS='statefulset'
OTHER_KINDS='job,cronjob'
FORMER_KINDS='secret,job,cronjob,resourceclaimtemplate'
POD_QUOTA='head 1 0 pods=1 count/pods=1 cpu=1 requests.cpu=1 memory=64Mi requests.memory=64Mi ephemeral-storage=64Mi requests.ephemeral-storage=64Mi limits.cpu=1 limits.memory=64Mi limits.ephemeral-storage=64Mi
worker 1 0 pods=1 count/pods=1 cpu=500m requests.cpu=500m memory=64Mi requests.memory=64Mi ephemeral-storage=64Mi requests.ephemeral-storage=64Mi limits.cpu=500m limits.memory=64Mi limits.ephemeral-storage=64Mi'
OBJECT_QUOTA='serviceaccount/elsewhere count/serviceaccounts=1
configmap/elsewhere-config configmaps=1 count/configmaps=1
service/elsewhere-head services=1 count/services=1
service/elsewhere-worker services=1 count/services=1
statefulset/elsewhere-head count/statefulsets.apps=1
statefulset/elsewhere-worker count/statefulsets.apps=1
poddisruptionbudget/elsewhere-head count/poddisruptionbudgets.policy=1
networkpolicy/elsewhere count/networkpolicies.networking.k8s.io=1'
NEEDED_OBJECTS='' SERVER_SIDE='' ENDS='' OWNER='' TLS_HOSTS='' SECRETS='' SECRET_METADATA='' NOTEBOOK='' GROUPS_OF_WORKERS=''
SITE='own' KUBERNETES='31'
QUEUE='' QUEUE_GROUP='' SITE_LIMITS='' COUNTED_IN='' LOGIN_HOST='' CHARGES='' SITE_EVENTS='' SITE_ANNOTATIONS=''
HEAD='leader' WORKER='follower' WORKERS='1' LIFETIME='0' IDLE='0' PODS='2' CPU='1500m' MEMORY='128Mi' STORAGE='128Mi' GPUS='0'
JOB='' LEADS='' PROGRAM_OF_JOB='' SCHEDULE='' TIME_ZONE='' SCHEDULE_SETS='' LOGS_CLAIM='' LOGS_PATH='' READER='' RETRIES='' KEEP='' START_TIMEOUT='' CODE_REF='' WEB_PORTS=''
PORTS='front 8080'
CONNECT='http://elsewhere-head:8080' SUBMIT_DIR='' SUBMIT='' SUBMIT_OPTIONS='' SUBMIT_REACH='' SUBMIT_ALONE='' DISTRIBUTE='' MEMBERS='' PACKAGES='' SMOKE='' SMOKE_FILE='' SMOKE_PROGRAM=''
