#!/bin/sh
# The manager of the cluster 'ends': creates, watches, reaches, uses and deletes it.
# Made by clusterc VERSION from the profile profile.yaml. Keep ends.yaml, and the BODY named below, beside it.
# Don't edit it: change the profile and generate it again. Begin with: sh ends.sh help
CLUSTERC_VERSION='VERSION'
CLUSTER='ends' NAMESPACE=''
TITLE='Echo 1'
MANIFEST='ends.yaml'
MANIFEST_CKSUM='CKSUM'
BODY='clusterc-manager-VERSION'
BODY_CKSUM='CKSUM'
INPUT_DIGEST='sha256:DIGEST'
SELECTOR='app.kubernetes.io/instance=ends,app.kubernetes.io/managed-by=clusterc'
KINDS='serviceaccount,configmap,service,job,networkpolicy'
WORKLOAD_KINDS='job'
OTHER_KINDS='statefulset,poddisruptionbudget,cronjob'
FORMER_KINDS='secret,statefulset,cronjob,poddisruptionbudget,resourceclaimtemplate'
POD_QUOTA='head 1 0 pods=1 count/pods=1 cpu=1 requests.cpu=1 memory=64Mi requests.memory=64Mi ephemeral-storage=64Mi requests.ephemeral-storage=64Mi limits.cpu=1 limits.memory=64Mi limits.ephemeral-storage=64Mi
worker 3 0 pods=1 count/pods=1 cpu=500m requests.cpu=500m memory=64Mi requests.memory=64Mi ephemeral-storage=64Mi requests.ephemeral-storage=64Mi limits.cpu=500m limits.memory=64Mi limits.ephemeral-storage=64Mi'
OBJECT_QUOTA='serviceaccount/ends count/serviceaccounts=1
configmap/ends-config configmaps=1 count/configmaps=1
persistentvolumeclaim/ends-kept persistentvolumeclaims=1 count/persistentvolumeclaims=1 requests.storage=1Gi
service/ends-head services=1 count/services=1
service/ends-worker services=1 count/services=1
job/ends-head count/jobs.batch=1
job/ends-worker count/jobs.batch=1
networkpolicy/ends count/networkpolicies.networking.k8s.io=1'
NEEDED_OBJECTS='localqueue/team-a-batch'
SERVER_SIDE=''
ENDS='5m after its start'
OWNER='job/ends-head'
TLS_HOSTS='' SECRETS='' SECRET_METADATA='' NOTEBOOK='' GROUPS_OF_WORKERS='' SITE='' KUBERNETES='31'
QUEUE='team-a-batch' QUEUE_GROUP='yes'
SITE_LIMITS='' COUNTED_IN='' LOGIN_HOST='' CHARGES='' SITE_EVENTS='' SITE_ANNOTATIONS=''
HEAD='leader' WORKER='follower' WORKERS='3' LIFETIME='300' IDLE='0' PODS='4' CPU='2500m' MEMORY='256Mi' STORAGE='256Mi' GPUS='0'
JOB='' LEADS='' PROGRAM_OF_JOB='' SCHEDULE='' TIME_ZONE='' SCHEDULE_SETS='' LOGS_CLAIM='' LOGS_PATH='' READER='' RETRIES='' KEEP='' START_TIMEOUT='' CODE_REF='' WEB_PORTS='' PORTS=''
CONNECT='ends-head' SUBMIT_DIR='' SUBMIT='' SUBMIT_OPTIONS='' SUBMIT_REACH='' SUBMIT_ALONE='' DISTRIBUTE='' MEMBERS='' PACKAGES='' SMOKE='' SMOKE_FILE='' SMOKE_PROGRAM=''
