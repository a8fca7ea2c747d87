#!/bin/sh
# The manager of the cluster 'paths': creates, watches, reaches, uses and deletes it.
# Made by clusterc VERSION from the profile profile.yaml. Keep paths.yaml, and the BODY named below, beside it.
# Don't edit it: change the profile and generate it again. Begin with: sh paths.sh help
CLUSTERC_VERSION='VERSION'
CLUSTER='paths' NAMESPACE=''
TITLE='Open MPI 4.1.4'
MANIFEST='paths.yaml'
MANIFEST_CKSUM='CKSUM'
BODY='clusterc-manager-VERSION'
BODY_CKSUM='CKSUM'
INPUT_DIGEST='sha256:DIGEST'
SELECTOR='app.kubernetes.io/instance=paths,app.kubernetes.io/managed-by=clusterc'
KINDS='serviceaccount,configmap,service,statefulset,networkpolicy,secret'
WORKLOAD_KINDS='statefulset'
OTHER_KINDS='job'
FORMER_KINDS='job,poddisruptionbudget,resourceclaimtemplate'
POD_QUOTA='head 1 0 pods=1 count/pods=1 cpu=1 requests.cpu=1 memory=2Gi requests.memory=2Gi ephemeral-storage=4Gi requests.ephemeral-storage=4Gi limits.cpu=1 limits.memory=2Gi limits.ephemeral-storage=4Gi
worker 1 0 pods=1 count/pods=1 cpu=2 requests.cpu=2 memory=8Gi requests.memory=8Gi ephemeral-storage=20Gi requests.ephemeral-storage=20Gi limits.cpu=2 limits.memory=8Gi limits.ephemeral-storage=20Gi'
OBJECT_QUOTA='serviceaccount/paths count/serviceaccounts=1
configmap/paths-config configmaps=1 count/configmaps=1
service/paths-head services=1 count/services=1
service/paths-worker services=1 count/services=1
statefulset/paths-head count/statefulsets.apps=1
statefulset/paths-worker count/statefulsets.apps=1
networkpolicy/paths count/networkpolicies.networking.k8s.io=1
secret/paths-ssh secrets=1 count/secrets=1'
NEEDED_OBJECTS='' SERVER_SIDE='' ENDS='' TLS_HOSTS=''
SECRETS='paths-ssh ssh'
SECRET_METADATA='---
metadata:
  labels:
    app.kubernetes.io/name: mpi
    app.kubernetes.io/instance: paths
    app.kubernetes.io/version: "4.1.4"
    app.kubernetes.io/managed-by: clusterc
'
NOTEBOOK='' GROUPS_OF_WORKERS='' SITE='' SITE_LIMITS='' COUNTED_IN='' LOGIN_HOST=''
HEAD='launcher' WORKER='worker' WORKERS='1' LIFETIME='0' IDLE='0' PODS='2' CPU='3' MEMORY='10Gi' STORAGE='24Gi' GPUS='0'
WEB_PORTS=''
PORTS='head-ssh 2222'
CONNECT='paths-worker:2222' SUBMIT_DIR='/tmp'
SUBMIT='sh
/etc/mpi/submit'
SUBMIT_OPTIONS='-n, -np, --n, --np N; -N N; -x NAME; --map-by WHERE; --rank-by WHAT; --bind-to WHAT; -H, --host, -host LIST; --mca, -mca KEY VALUE; --prtemca KEY VALUE; --pmixmca KEY VALUE; --output LIST; --timeout SECONDS; --stdin RANK'
MEMBERS='sh
-c
sh /etc/mpi/hosts | wc -l'
SMOKE='sh'
SMOKE_FILE='smoke.sh'
SMOKE_PROGRAM='the framework has it'
