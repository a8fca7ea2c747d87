#!/bin/sh
# The manager of the cluster 'storage': creates, watches, reaches, uses and deletes it.
# Made by clusterc VERSION from the profile profile.yaml. Keep storage.yaml, and the BODY named below, beside it.
# Don't edit it: change the profile and generate it again. Begin with: sh storage.sh help
CLUSTERC_VERSION='VERSION'
CLUSTER='storage' NAMESPACE=''
TITLE='Echo 1'
MANIFEST='storage.yaml'
MANIFEST_CKSUM='CKSUM'
BODY='clusterc-manager-VERSION'
BODY_CKSUM='CKSUM'
INPUT_DIGEST='sha256:DIGEST'
SELECTOR='app.kubernetes.io/instance=storage,app.kubernetes.io/managed-by=clusterc'
KINDS='serviceaccount,service,statefulset,poddisruptionbudget,networkpolicy'
WORKLOAD_KINDS='statefulset'
OTHER_KINDS='job,cronjob'
FORMER_KINDS='configmap,secret,job,cronjob,resourceclaimtemplate'
POD_QUOTA='head 1 0 pods=1 count/pods=1 cpu=1 requests.cpu=1 memory=64Mi requests.memory=64Mi ephemeral-storage=64Mi requests.ephemeral-storage=64Mi limits.cpu=1 limits.memory=64Mi limits.ephemeral-storage=64Mi
worker 2 0 pods=1 count/pods=1 cpu=500m requests.cpu=500m memory=64Mi requests.memory=64Mi ephemeral-storage=20544Mi requests.ephemeral-storage=20544Mi limits.cpu=500m limits.memory=64Mi limits.ephemeral-storage=20544Mi'
OBJECT_QUOTA='serviceaccount/storage count/serviceaccounts=1
persistentvolumeclaim/storage-shared persistentvolumeclaims=1 count/persistentvolumeclaims=1 requests.storage=100Gi fast.storageclass.storage.k8s.io/requests.storage=100Gi fast.storageclass.storage.k8s.io/persistentvolumeclaims=1
persistentvolumeclaim/storage-results persistentvolumeclaims=1 count/persistentvolumeclaims=1 requests.storage=1536Gi
persistentvolumeclaim/storage-a-name-that-is-as-long-as-it-may-be-whic persistentvolumeclaims=1 count/persistentvolumeclaims=1 requests.storage=1Gi
persistentvolumeclaim/storage-old persistentvolumeclaims=1 count/persistentvolumeclaims=1 requests.storage=1Gi
persistentvolumeclaim/storage-one persistentvolumeclaims=1 count/persistentvolumeclaims=1 requests.storage=1Gi
service/storage-head services=1 count/services=1
service/storage-worker services=1 count/services=1
statefulset/storage-head count/statefulsets.apps=1
statefulset/storage-worker count/statefulsets.apps=1
poddisruptionbudget/storage-head count/poddisruptionbudgets.policy=1
networkpolicy/storage count/networkpolicies.networking.k8s.io=1'
NEEDED_OBJECTS='storageclass/fast
persistentvolumeclaim/datasets.2026
configmap/team-settings
secret/store-login'
SERVER_SIDE='' ENDS='' OWNER='' TLS_HOSTS='' SECRETS='' SECRET_METADATA='' NOTEBOOK='' GROUPS_OF_WORKERS='' SITE='' KUBERNETES='31'
QUEUE='' QUEUE_GROUP='' SITE_LIMITS='' COUNTED_IN='' LOGIN_HOST='' CHARGES='' SITE_EVENTS='' SITE_ANNOTATIONS=''
HEAD='leader' WORKER='follower' WORKERS='2' LIFETIME='0' IDLE='0' PODS='3' CPU='2' MEMORY='192Mi' STORAGE='41152Mi' GPUS='0'
JOB='' LEADS='' PROGRAM_OF_JOB='' SCHEDULE='' TIME_ZONE='' SCHEDULE_SETS='' LOGS_CLAIM='' LOGS_PATH='' READER='' RETRIES='' KEEP='' START_TIMEOUT='' CODE_REF='' WEB_PORTS='' PORTS=''
CONNECT='storage-head' SUBMIT_DIR='' SUBMIT='' SUBMIT_OPTIONS='' SUBMIT_REACH='' SUBMIT_ALONE='' DISTRIBUTE='' MEMBERS='' PACKAGES='' SMOKE='' SMOKE_FILE='' SMOKE_PROGRAM=''
