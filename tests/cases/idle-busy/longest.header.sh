#!/bin/sh
# The manager of the cluster 'longest': creates, watches, reaches, uses and deletes it.
# Made by clusterc 0.1.0 from the profile profile.yaml, together with the manifest longest.yaml: keep the two side by side.
# Don't edit it: change the profile and generate it again. Begin with: sh longest.sh help
CLUSTERC_VERSION='0.1.0'
CLUSTER='longest'
NAMESPACE=''
TITLE='Echo 1'
MANIFEST='longest.yaml'
MANIFEST_CKSUM='413419695 12532'
INPUT_DIGEST='sha256:aba012d9fc2ea9c50f4c99fecb87a4885ab70f6ecd1f766a952f282a16f0ecd4'
SELECTOR='app.kubernetes.io/instance=longest,app.kubernetes.io/managed-by=clusterc'
OBJECTS='serviceaccount/longest
configmap/longest-config
service/longest-head
service/longest-worker
job/longest-head
job/longest-worker
networkpolicy/longest'
KINDS='serviceaccount,configmap,service,job,networkpolicy'
WORKLOAD_KINDS='job'
OTHER_KINDS='statefulset,poddisruptionbudget'
FORMER_KINDS='secret,statefulset,poddisruptionbudget'
NEEDED_OBJECTS=''
POD_QUOTA='head pods=1 count/pods=1 cpu=1 requests.cpu=1 memory=64Mi requests.memory=64Mi ephemeral-storage=64Mi requests.ephemeral-storage=64Mi limits.cpu=1 limits.memory=64Mi limits.ephemeral-storage=64Mi
worker pods=1 count/pods=1 cpu=500m requests.cpu=500m memory=64Mi requests.memory=64Mi ephemeral-storage=64Mi requests.ephemeral-storage=64Mi limits.cpu=500m limits.memory=64Mi limits.ephemeral-storage=64Mi'
OBJECT_QUOTA='serviceaccount/longest count/serviceaccounts=1
configmap/longest-config configmaps=1 count/configmaps=1
service/longest-head services=1 count/services=1
service/longest-worker services=1 count/services=1
job/longest-head count/jobs.batch=1
job/longest-worker count/jobs.batch=1
networkpolicy/longest count/networkpolicies.networking.k8s.io=1'
ENDS='366d after its last work'
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
IDLE='31622400'
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
CONNECT='longest-head'
SUBMIT=''
SUBMIT_DIR=''
MEMBERS=''
SMOKE=''
SMOKE_FILE=''
SMOKE_PROGRAM=''
