#!/bin/sh
# The manager of the cluster 'study': creates, watches, reaches, uses and deletes it.
# Made by clusterc VERSION from the profile profile.yaml. Keep study.yaml, and the BODY named below, beside it.
# Don't edit it: change the profile and generate it again. Begin with: sh study.sh help
CLUSTERC_VERSION='VERSION'
CLUSTER='study' NAMESPACE=''
TITLE='Dask'
MANIFEST='study.yaml'
MANIFEST_CKSUM='CKSUM'
BODY='clusterc-manager-VERSION'
BODY_CKSUM='CKSUM'
INPUT_DIGEST='sha256:DIGEST'
SELECTOR='app.kubernetes.io/instance=study,app.kubernetes.io/managed-by=clusterc'
KINDS='serviceaccount,configmap,service,statefulset,poddisruptionbudget,networkpolicy'
WORKLOAD_KINDS='statefulset'
OTHER_KINDS='job,cronjob'
FORMER_KINDS='secret,job,cronjob,resourceclaimtemplate'
POD_QUOTA='head 1 0 pods=1 count/pods=1 cpu=2 requests.cpu=2 memory=4Gi requests.memory=4Gi ephemeral-storage=6Gi requests.ephemeral-storage=6Gi limits.cpu=2 limits.memory=4Gi limits.ephemeral-storage=6Gi
worker 1 0 pods=1 count/pods=1 cpu=2 requests.cpu=2 memory=20Gi requests.memory=20Gi ephemeral-storage=28Gi requests.ephemeral-storage=28Gi limits.cpu=2 limits.memory=20Gi limits.ephemeral-storage=28Gi'
OBJECT_QUOTA='serviceaccount/study count/serviceaccounts=1
configmap/study-config configmaps=1 count/configmaps=1
service/study-head services=1 count/services=1
service/study-worker services=1 count/services=1
statefulset/study-head count/statefulsets.apps=1
statefulset/study-worker count/statefulsets.apps=1
poddisruptionbudget/study-head count/poddisruptionbudgets.policy=1
networkpolicy/study count/networkpolicies.networking.k8s.io=1'
NEEDED_OBJECTS='' SERVER_SIDE='' ENDS='' OWNER='' TLS_HOSTS='' SECRETS='' SECRET_METADATA='' NOTEBOOK='' GROUPS_OF_WORKERS=''
SITE='campus' KUBERNETES='31'
QUEUE='' QUEUE_GROUP='' SITE_LIMITS='' COUNTED_IN='' LOGIN_HOST='' CHARGES='' SITE_EVENTS='' SITE_ANNOTATIONS=''
HEAD='scheduler' WORKER='worker' WORKERS='1' LIFETIME='0' IDLE='0' PODS='2' CPU='4' MEMORY='24Gi' STORAGE='34Gi' GPUS='0'
JOB='' LEADS='' PROGRAM_OF_JOB='' SCHEDULE='' TIME_ZONE='' SCHEDULE_SETS='' LOGS_CLAIM='' LOGS_PATH='' READER='' RETRIES='' KEEP='' START_TIMEOUT='' CODE_REF=''
WEB_PORTS='dashboard head 8787 - - /status Dask dashboard'
PORTS='cluster 8786'
CONNECT='tcp://study-head:8786' SUBMIT_DIR='/tmp'
SUBMIT='python3'
SUBMIT_OPTIONS='-W ARG; -X OPTION'
SUBMIT_REACH='Tasks can import the Python modules in it, also on workers that come later.'
SUBMIT_ALONE=''
DISTRIBUTE='the framework has it'
MEMBERS='python3
-c
import http.client, json; head = http.client.HTTPConnection("127.0.0.1", 8787, timeout=10); head.request("GET", "/json/counts.json"); print(json.load(head.getresponse())["workers"])'
PACKAGES='/opt/packages/bin'
SMOKE='python3'
SMOKE_FILE='smoke.py'
SMOKE_PROGRAM='the framework has it'
