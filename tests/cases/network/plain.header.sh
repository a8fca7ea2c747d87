#!/bin/sh
# The manager of the cluster 'plain': creates, watches, reaches, uses and deletes it.
# Made by clusterc VERSION from the profile profile.yaml. Keep plain.yaml, and the BODY named below, beside it.
# Don't edit it: change the profile and generate it again. Begin with: sh plain.sh help
CLUSTERC_VERSION='VERSION'
CLUSTER='plain'
NAMESPACE=''
TITLE='Echo 1'
MANIFEST='plain.yaml'
MANIFEST_CKSUM='CKSUM'
BODY='clusterc-manager-VERSION'
BODY_CKSUM='CKSUM'
INPUT_DIGEST='sha256:DIGEST'
SELECTOR='app.kubernetes.io/instance=plain,app.kubernetes.io/managed-by=clusterc'
OBJECTS='serviceaccount/plain
service/plain-head
service/plain-worker
statefulset/plain-head
statefulset/plain-worker
networkpolicy/plain'
KINDS='serviceaccount,service,statefulset,networkpolicy'
WORKLOAD_KINDS='statefulset'
OTHER_KINDS='job'
FORMER_KINDS='configmap,secret,job,poddisruptionbudget,resourceclaimtemplate'
NEEDED_OBJECTS=''
POD_QUOTA='head pods=1 count/pods=1 cpu=1 requests.cpu=1 memory=64Mi requests.memory=64Mi ephemeral-storage=64Mi requests.ephemeral-storage=64Mi limits.cpu=1 limits.memory=64Mi limits.ephemeral-storage=64Mi
worker pods=1 count/pods=1 cpu=500m requests.cpu=500m memory=64Mi requests.memory=64Mi ephemeral-storage=64Mi requests.ephemeral-storage=64Mi limits.cpu=500m limits.memory=64Mi limits.ephemeral-storage=64Mi'
OBJECT_QUOTA='serviceaccount/plain count/serviceaccounts=1
service/plain-head services=1 count/services=1
service/plain-worker services=1 count/services=1
statefulset/plain-head count/statefulsets.apps=1
statefulset/plain-worker count/statefulsets.apps=1
networkpolicy/plain count/networkpolicies.networking.k8s.io=1'
ENDS=''
TLS_HOSTS=''
PAGE_ROLES=''
SECRETS=''
SECRET_METADATA=''
NEEDS=''
HEAD='leader'
WORKER='follower'
NOTEBOOK=''
GROUPS_OF_WORKERS=''
WORKERS='1'
LIFETIME='0'
IDLE='0'
PODS='2'
CPU='1500m'
MEMORY='128Mi'
STORAGE='128Mi'
GPUS='0'
POD_SIZES='head 1 1000 1000 67108864 67108864 67108864 0 -
worker 1 500 500 67108864 67108864 67108864 0 -'
SITE=''
SITE_LIMITS=''
WEB_PORTS=''
LOGIN_HOST=''
CONNECT='plain-head'
SUBMIT=''
SUBMIT_DIR=''
MEMBERS=''
SMOKE=''
SMOKE_FILE=''
SMOKE_PROGRAM=''
