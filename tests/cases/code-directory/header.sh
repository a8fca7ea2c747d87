#!/bin/sh
# The manager of the cluster 'trial': creates, watches, reaches, uses and deletes it.
# Made by clusterc VERSION from the profile profile.yaml. Keep trial.yaml, and the BODY named below, beside it.
# Don't edit it: change the profile and generate it again. Begin with: sh trial.sh help
CLUSTERC_VERSION='VERSION'
CLUSTER='trial' NAMESPACE=''
TITLE='Dask 2026.8.0'
MANIFEST='trial.yaml'
MANIFEST_CKSUM='CKSUM'
BODY='clusterc-manager-VERSION'
BODY_CKSUM='CKSUM'
INPUT_DIGEST='sha256:DIGEST'
SELECTOR='app.kubernetes.io/instance=trial,app.kubernetes.io/managed-by=clusterc'
KINDS='serviceaccount,configmap,service,job,networkpolicy'
WORKLOAD_KINDS='job'
OTHER_KINDS='statefulset,poddisruptionbudget,cronjob'
FORMER_KINDS='secret,statefulset,cronjob,poddisruptionbudget,resourceclaimtemplate'
POD_QUOTA='head 1 0 pods=1 count/pods=1 cpu=2 requests.cpu=2 memory=4Gi requests.memory=4Gi ephemeral-storage=4Gi requests.ephemeral-storage=4Gi limits.cpu=2 limits.memory=4Gi limits.ephemeral-storage=4Gi
worker 1 0 pods=1 count/pods=1 cpu=2 requests.cpu=2 memory=20Gi requests.memory=20Gi ephemeral-storage=20Gi requests.ephemeral-storage=20Gi limits.cpu=2 limits.memory=20Gi limits.ephemeral-storage=20Gi'
OBJECT_QUOTA='serviceaccount/trial count/serviceaccounts=1
configmap/trial-config configmaps=1 count/configmaps=1
service/trial-head services=1 count/services=1
service/trial-worker services=1 count/services=1
job/trial-head count/jobs.batch=1
job/trial-worker count/jobs.batch=1
networkpolicy/trial count/networkpolicies.networking.k8s.io=1'
NEEDED_OBJECTS='' SERVER_SIDE=''
ENDS='2h after its start'
OWNER='job/trial-head'
TLS_HOSTS='' SECRETS='' SECRET_METADATA='' NOTEBOOK='' GROUPS_OF_WORKERS='' SITE='' KUBERNETES='31'
QUEUE='' QUEUE_GROUP='' SITE_LIMITS='' COUNTED_IN='' LOGIN_HOST='' CHARGES='' SITE_EVENTS='' SITE_ANNOTATIONS=''
HEAD='scheduler' WORKER='worker' WORKERS='1' LIFETIME='7200' IDLE='0' PODS='2' CPU='4' MEMORY='24Gi' STORAGE='24Gi' GPUS='0'
JOB='apart'
LEADS=''
PROGRAM_OF_JOB='app/main.py'
SCHEDULE='' TIME_ZONE='' SCHEDULE_SETS='' LOGS_CLAIM='' LOGS_PATH='' READER=''
RETRIES='0' KEEP='86400' START_TIMEOUT='1200'
CODE_REF=''
WEB_PORTS='dashboard head 8787 - - /status Dask dashboard'
PORTS='cluster 8786'
CONNECT='tcp://trial-head:8786' SUBMIT_DIR='/tmp'
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
