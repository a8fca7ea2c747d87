#!/bin/sh
# The manager of the cluster 'lab': creates, watches, reaches, uses and deletes it.
# Made by clusterc VERSION from the profile profile.yaml. Keep lab.yaml, and the BODY named below, beside it.
# Don't edit it: change the profile and generate it again. Begin with: sh lab.sh help
CLUSTERC_VERSION='VERSION'
CLUSTER='lab' NAMESPACE=''
TITLE='Dask'
MANIFEST='lab.yaml'
MANIFEST_CKSUM='CKSUM'
BODY='clusterc-manager-VERSION'
BODY_CKSUM='CKSUM'
INPUT_DIGEST='sha256:DIGEST'
SELECTOR='app.kubernetes.io/instance=lab,app.kubernetes.io/managed-by=clusterc'
KINDS='serviceaccount,configmap,service,statefulset,poddisruptionbudget,networkpolicy,secret'
WORKLOAD_KINDS='statefulset'
OTHER_KINDS='job,cronjob'
FORMER_KINDS='job,cronjob,resourceclaimtemplate'
POD_QUOTA='head 1 0 pods=1 count/pods=1 cpu=2 requests.cpu=2 memory=4Gi requests.memory=4Gi ephemeral-storage=4Gi requests.ephemeral-storage=4Gi limits.cpu=2 limits.memory=4Gi limits.ephemeral-storage=4Gi
worker 1 0 pods=1 count/pods=1 cpu=2 requests.cpu=2 memory=20Gi requests.memory=20Gi ephemeral-storage=20Gi requests.ephemeral-storage=20Gi limits.cpu=2 limits.memory=20Gi limits.ephemeral-storage=20Gi
notebook 1 0 pods=1 count/pods=1 cpu=1 requests.cpu=1 memory=4Gi requests.memory=4Gi ephemeral-storage=5Gi requests.ephemeral-storage=5Gi limits.cpu=1 limits.memory=4Gi limits.ephemeral-storage=5Gi'
OBJECT_QUOTA='serviceaccount/lab count/serviceaccounts=1
configmap/lab-config configmaps=1 count/configmaps=1
service/lab-head services=1 count/services=1
service/lab-worker services=1 count/services=1
service/lab-notebook services=1 count/services=1
statefulset/lab-head count/statefulsets.apps=1
statefulset/lab-worker count/statefulsets.apps=1
statefulset/lab-notebook count/statefulsets.apps=1
poddisruptionbudget/lab-head count/poddisruptionbudgets.policy=1
networkpolicy/lab count/networkpolicies.networking.k8s.io=1
secret/lab-notebook secrets=1 count/secrets=1'
NEEDED_OBJECTS='persistentvolumeclaim/home
persistentvolumeclaim/models
persistentvolumeclaim/hub'
SERVER_SIDE='' ENDS='' OWNER='' TLS_HOSTS=''
SECRETS='lab-notebook token'
SECRET_METADATA='---
metadata:
  labels:
    app.kubernetes.io/name: dask
    app.kubernetes.io/instance: lab
    app.kubernetes.io/managed-by: clusterc
'
NOTEBOOK='notebook'
GROUPS_OF_WORKERS='' SITE='' KUBERNETES='31'
QUEUE='' QUEUE_GROUP='' SITE_LIMITS='' COUNTED_IN='' LOGIN_HOST='' CHARGES='' SITE_EVENTS='' SITE_ANNOTATIONS=''
HEAD='scheduler' WORKER='worker' WORKERS='1' LIFETIME='0' IDLE='0' PODS='3' CPU='5' MEMORY='28Gi' STORAGE='29Gi' GPUS='0'
JOB='' LEADS='' PROGRAM_OF_JOB='' SCHEDULE='' TIME_ZONE='' SCHEDULE_SETS='' LOGS_CLAIM='' LOGS_PATH='' READER='' RETRIES='' KEEP='' START_TIMEOUT='' CODE_REF=''
WEB_PORTS='dashboard head 8787 - - /status Dask dashboard
notebook notebook 8888 lab-notebook token /lab JupyterLab'
PORTS='cluster 8786'
CONNECT='tcp://lab-head:8786' SUBMIT_DIR='/tmp'
SUBMIT='python3'
SUBMIT_OPTIONS='-W ARG; -X OPTION'
SUBMIT_REACH='Tasks can import the Python modules in it, also on workers that come later.'
SUBMIT_ALONE=''
DISTRIBUTE='the framework has it'
MEMBERS='python3
-c
import http.client, json; head = http.client.HTTPConnection("127.0.0.1", 8787, timeout=10); head.request("GET", "/json/counts.json"); print(json.load(head.getresponse())["workers"])'
PACKAGES=''
SMOKE='python3'
SMOKE_FILE='smoke.py'
SMOKE_PROGRAM='the framework has it'
