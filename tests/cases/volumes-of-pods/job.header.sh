#!/bin/sh
# The manager of the cluster 'job': creates, watches, reaches, uses and deletes it.
# Made by clusterc VERSION from the profile profile.yaml. Keep job.yaml, and the BODY named below, beside it.
# Don't edit it: change the profile and generate it again. Begin with: sh job.sh help
CLUSTERC_VERSION='VERSION'
CLUSTER='job' NAMESPACE=''
TITLE='Dask 2026.8.0'
MANIFEST='job.yaml'
MANIFEST_CKSUM='CKSUM'
BODY='clusterc-manager-VERSION'
BODY_CKSUM='CKSUM'
INPUT_DIGEST='sha256:DIGEST'
SELECTOR='app.kubernetes.io/instance=job,app.kubernetes.io/managed-by=clusterc'
KINDS='serviceaccount,configmap,service,job,networkpolicy'
WORKLOAD_KINDS='job'
OTHER_KINDS='statefulset,poddisruptionbudget,cronjob'
FORMER_KINDS='secret,statefulset,cronjob,poddisruptionbudget,resourceclaimtemplate'
POD_QUOTA='job 3 0 pods=1 count/pods=1 cpu=1 requests.cpu=1 memory=2Gi requests.memory=2Gi ephemeral-storage=4Gi requests.ephemeral-storage=4Gi limits.cpu=1 limits.memory=2Gi limits.ephemeral-storage=4Gi persistentvolumeclaims=1 count/persistentvolumeclaims=1 requests.storage=1Gi common.storageclass.storage.k8s.io/requests.storage=1Gi common.storageclass.storage.k8s.io/persistentvolumeclaims=1'
OBJECT_QUOTA='serviceaccount/job count/serviceaccounts=1
configmap/job-config configmaps=1 count/configmaps=1
service/job-head services=1 count/services=1
service/job-worker services=1 count/services=1
job/job-job count/jobs.batch=1
networkpolicy/job count/networkpolicies.networking.k8s.io=1'
NEEDED_OBJECTS='storageclass/common'
SERVER_SIDE=''
ENDS='1h after its start'
OWNER='job/job-job'
TLS_HOSTS='' SECRETS='' SECRET_METADATA='' NOTEBOOK='' GROUPS_OF_WORKERS=''
SITE='campus' KUBERNETES='35'
QUEUE='' QUEUE_GROUP='' SITE_LIMITS='' COUNTED_IN='' LOGIN_HOST='' CHARGES='' SITE_EVENTS='' SITE_ANNOTATIONS=''
HEAD='scheduler' WORKER='worker' WORKERS='2' LIFETIME='3600' IDLE='0' PODS='3' CPU='3' MEMORY='6Gi' STORAGE='12Gi' GPUS='0'
JOB='together'
LEADS=''
PROGRAM_OF_JOB='count.py'
SCHEDULE='' TIME_ZONE='' SCHEDULE_SETS='' LOGS_CLAIM='' LOGS_PATH='' READER=''
RETRIES='0' KEEP='86400' START_TIMEOUT='1200'
CODE_REF=''
WEB_PORTS='dashboard head 8787 - - /status Dask dashboard'
PORTS='cluster 8786'
CONNECT='tcp://job-head:8786' SUBMIT_DIR='/tmp'
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
