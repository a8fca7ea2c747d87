#!/bin/sh
# The manager of the cluster 'storage': creates, watches, reaches, uses and deletes it.
# Made by clusterc VERSION from the profile profile.yaml. Keep storage.yaml, and the BODY named below, beside it.
# Don't edit it: change the profile and generate it again. Begin with: sh storage.sh help
CLUSTERC_VERSION='VERSION'
CLUSTER='storage'
NAMESPACE=''
TITLE='Echo 1'
MANIFEST='storage.yaml'
MANIFEST_CKSUM='CKSUM'
BODY='clusterc-manager-VERSION'
BODY_CKSUM='CKSUM'
INPUT_DIGEST='sha256:DIGEST'
SELECTOR='app.kubernetes.io/instance=storage,app.kubernetes.io/managed-by=clusterc'
OBJECTS='serviceaccount/storage
persistentvolumeclaim/storage-shared
persistentvolumeclaim/storage-results
persistentvolumeclaim/storage-a-name-that-is-as-long-as-it-may-be-whic
persistentvolumeclaim/storage-old
persistentvolumeclaim/storage-one
service/storage-head
service/storage-worker
statefulset/storage-head
statefulset/storage-worker
networkpolicy/storage'
KINDS='serviceaccount,service,statefulset,networkpolicy'
WORKLOAD_KINDS='statefulset'
OTHER_KINDS='job'
FORMER_KINDS='configmap,secret,job,poddisruptionbudget,resourceclaimtemplate'
NEEDED_OBJECTS='storageclass/fast
persistentvolumeclaim/datasets.2026
configmap/team-settings
secret/store-login'
POD_QUOTA='head pods=1 count/pods=1 cpu=1 requests.cpu=1 memory=64Mi requests.memory=64Mi ephemeral-storage=64Mi requests.ephemeral-storage=64Mi limits.cpu=1 limits.memory=64Mi limits.ephemeral-storage=64Mi
worker pods=1 count/pods=1 cpu=500m requests.cpu=500m memory=64Mi requests.memory=64Mi ephemeral-storage=20544Mi requests.ephemeral-storage=20544Mi limits.cpu=500m limits.memory=64Mi limits.ephemeral-storage=20544Mi'
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
networkpolicy/storage count/networkpolicies.networking.k8s.io=1'
ENDS=''
TLS_HOSTS=''
PAGE_ROLES=''
SECRETS=''
SECRET_METADATA=''
NEEDS='storage class fast
claim datasets.2026
config map team-settings
secret store-login
NFS server nfs.example.org'
HEAD='leader'
WORKER='follower'
NOTEBOOK=''
GROUPS_OF_WORKERS=''
WORKERS='2'
LIFETIME='0'
IDLE='0'
PODS='3'
CPU='2'
MEMORY='192Mi'
STORAGE='41152Mi'
GPUS='0'
POD_SIZES='head 1 1000 1000 67108864 67108864 67108864 0 -
worker 2 500 500 67108864 67108864 67108864 0 -'
SITE=''
SITE_LIMITS=''
WEB_PORTS=''
LOGIN_HOST=''
CONNECT='storage-head'
SUBMIT=''
SUBMIT_DIR=''
MEMBERS=''
SMOKE=''
SMOKE_FILE=''
SMOKE_PROGRAM=''
