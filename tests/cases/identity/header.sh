#!/bin/sh
# The manager of the cluster 'who': creates, watches, reaches, uses and deletes it.
# Made by clusterc VERSION from the profile profile.yaml. Keep who.yaml, and the BODY named below, beside it.
# Don't edit it: change the profile and generate it again. Begin with: sh who.sh help
CLUSTERC_VERSION='VERSION'
CLUSTER='who'
NAMESPACE=''
TITLE='Echo 1'
MANIFEST='who.yaml'
MANIFEST_CKSUM='CKSUM'
BODY='clusterc-manager-VERSION'
BODY_CKSUM='CKSUM'
INPUT_DIGEST='sha256:DIGEST'
SELECTOR='app.kubernetes.io/instance=who,app.kubernetes.io/managed-by=clusterc'
OBJECTS='serviceaccount/who
configmap/who-config
service/who-head
service/who-worker
service/who-of-a-group
service/who-volume
service/who-writes
service/who-slow
statefulset/who-head
statefulset/who-worker
statefulset/who-of-a-group
statefulset/who-volume
statefulset/who-writes
statefulset/who-slow
networkpolicy/who'
KINDS='serviceaccount,configmap,service,statefulset,networkpolicy'
WORKLOAD_KINDS='statefulset'
OTHER_KINDS='job'
FORMER_KINDS='secret,job,poddisruptionbudget,resourceclaimtemplate'
NEEDED_OBJECTS=''
POD_QUOTA='head pods=1 count/pods=1 cpu=1 requests.cpu=1 memory=64Mi requests.memory=64Mi ephemeral-storage=64Mi requests.ephemeral-storage=64Mi limits.cpu=1 limits.memory=64Mi limits.ephemeral-storage=64Mi
worker pods=1 count/pods=1 cpu=500m requests.cpu=500m memory=64Mi requests.memory=64Mi ephemeral-storage=64Mi requests.ephemeral-storage=64Mi limits.cpu=500m limits.memory=64Mi limits.ephemeral-storage=64Mi
of-a-group pods=1 count/pods=1 cpu=500m requests.cpu=500m memory=64Mi requests.memory=64Mi ephemeral-storage=64Mi requests.ephemeral-storage=64Mi limits.cpu=500m limits.memory=64Mi limits.ephemeral-storage=64Mi
volume pods=1 count/pods=1 cpu=500m requests.cpu=500m memory=64Mi requests.memory=64Mi ephemeral-storage=64Mi requests.ephemeral-storage=64Mi limits.cpu=500m limits.memory=64Mi limits.ephemeral-storage=64Mi
writes pods=1 count/pods=1 cpu=500m requests.cpu=500m memory=64Mi requests.memory=64Mi ephemeral-storage=64Mi requests.ephemeral-storage=64Mi limits.cpu=500m limits.memory=64Mi limits.ephemeral-storage=64Mi
slow pods=1 count/pods=1 cpu=500m requests.cpu=500m memory=64Mi requests.memory=64Mi ephemeral-storage=64Mi requests.ephemeral-storage=64Mi limits.cpu=500m limits.memory=64Mi limits.ephemeral-storage=64Mi'
OBJECT_QUOTA='serviceaccount/who count/serviceaccounts=1
configmap/who-config configmaps=1 count/configmaps=1
service/who-head services=1 count/services=1
service/who-worker services=1 count/services=1
service/who-of-a-group services=1 count/services=1
service/who-volume services=1 count/services=1
service/who-writes services=1 count/services=1
service/who-slow services=1 count/services=1
statefulset/who-head count/statefulsets.apps=1
statefulset/who-worker count/statefulsets.apps=1
statefulset/who-of-a-group count/statefulsets.apps=1
statefulset/who-volume count/statefulsets.apps=1
statefulset/who-writes count/statefulsets.apps=1
statefulset/who-slow count/statefulsets.apps=1
networkpolicy/who count/networkpolicies.networking.k8s.io=1'
ENDS=''
TLS_HOSTS=''
PAGE_ROLES=''
SECRETS=''
SECRET_METADATA=''
NEEDS=''
HEAD='leader'
WORKER='follower'
NOTEBOOK=''
GROUPS_OF_WORKERS='of-a-group
volume
writes
slow'
WORKERS='4'
LIFETIME='0'
IDLE='0'
PODS='5'
CPU='3'
MEMORY='320Mi'
STORAGE='320Mi'
GPUS='0'
POD_SIZES='head 1 1000 1000 67108864 67108864 67108864 0 -
worker 1 500 500 67108864 67108864 67108864 0 -
of-a-group 1 500 500 67108864 67108864 67108864 0 -
volume 1 500 500 67108864 67108864 67108864 0 -
writes 0 500 500 67108864 67108864 67108864 0 -
slow 1 500 500 67108864 67108864 67108864 0 -'
SITE=''
SITE_LIMITS=''
WEB_PORTS=''
LOGIN_HOST=''
CONNECT='who-head'
SUBMIT=''
SUBMIT_DIR=''
MEMBERS=''
SMOKE=''
SMOKE_FILE=''
SMOKE_PROGRAM=''
