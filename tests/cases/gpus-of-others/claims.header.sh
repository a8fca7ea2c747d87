#!/bin/sh
# The manager of the cluster 'claims': creates, watches, reaches, uses and deletes it.
# Made by clusterc VERSION from the profile profile.yaml. Keep claims.yaml, and the BODY named below, beside it.
# Don't edit it: change the profile and generate it again. Begin with: sh claims.sh help
CLUSTERC_VERSION='VERSION'
CLUSTER='claims' NAMESPACE=''
TITLE='Ray'
MANIFEST='claims.yaml'
MANIFEST_CKSUM='CKSUM'
BODY='clusterc-manager-VERSION'
BODY_CKSUM='CKSUM'
INPUT_DIGEST='sha256:DIGEST'
SELECTOR='app.kubernetes.io/instance=claims,app.kubernetes.io/managed-by=clusterc'
KINDS='serviceaccount,configmap,resourceclaimtemplate,service,job,networkpolicy,secret'
WORKLOAD_KINDS='job'
OTHER_KINDS='statefulset,poddisruptionbudget,cronjob'
FORMER_KINDS='statefulset,cronjob,poddisruptionbudget'
POD_QUOTA='head 1 0 pods=1 count/pods=1 cpu=2 requests.cpu=2 memory=4Gi requests.memory=4Gi ephemeral-storage=4Gi requests.ephemeral-storage=4Gi limits.cpu=2 limits.memory=4Gi limits.ephemeral-storage=4Gi
worker 1 0 pods=1 count/pods=1 cpu=2 requests.cpu=2 memory=20Gi requests.memory=20Gi ephemeral-storage=20Gi requests.ephemeral-storage=20Gi limits.cpu=2 limits.memory=20Gi limits.ephemeral-storage=20Gi
gpu 1 1 pods=1 count/pods=1 cpu=2 requests.cpu=2 memory=20Gi requests.memory=20Gi ephemeral-storage=20Gi requests.ephemeral-storage=20Gi limits.cpu=2 limits.memory=20Gi limits.ephemeral-storage=20Gi mig.nvidia.com.deviceclass.resource.k8s.io/devices=1 count/resourceclaims.resource.k8s.io=1'
OBJECT_QUOTA='serviceaccount/claims count/serviceaccounts=1
configmap/claims-config configmaps=1 count/configmaps=1
resourceclaimtemplate/claims-gpu-gpu count/resourceclaimtemplates.resource.k8s.io=1
service/claims-head services=1 count/services=1
service/claims-worker services=1 count/services=1
service/claims-gpu services=1 count/services=1
job/claims-head count/jobs.batch=1
job/claims-worker count/jobs.batch=1
job/claims-gpu count/jobs.batch=1
networkpolicy/claims count/networkpolicies.networking.k8s.io=1
secret/claims-auth secrets=1 count/secrets=1'
NEEDED_OBJECTS='deviceclass/mig.nvidia.com'
SERVER_SIDE=''
ENDS='8h after its start'
OWNER='job/claims-head'
TLS_HOSTS=''
SECRETS='claims-auth token'
SECRET_METADATA='---
metadata:
  labels:
    app.kubernetes.io/name: ray
    app.kubernetes.io/instance: claims
    app.kubernetes.io/managed-by: clusterc
'
NOTEBOOK=''
GROUPS_OF_WORKERS='gpu'
SITE='' KUBERNETES='31'
QUEUE='' QUEUE_GROUP='' SITE_LIMITS='' COUNTED_IN='' LOGIN_HOST='' CHARGES='' SITE_EVENTS='' SITE_ANNOTATIONS=''
HEAD='head' WORKER='worker' WORKERS='2' LIFETIME='28800' IDLE='0' PODS='3' CPU='6' MEMORY='44Gi' STORAGE='44Gi' GPUS='1'
JOB='' LEADS='' PROGRAM_OF_JOB='' SCHEDULE='' TIME_ZONE='' SCHEDULE_SETS='' LOGS_CLAIM='' LOGS_PATH='' READER='' RETRIES='' KEEP='' START_TIMEOUT='' CODE_REF=''
WEB_PORTS='dashboard head 8265 claims-auth - / Ray dashboard'
PORTS='cluster 6379
client 10001
head-node 8076
head-objects 8077
head-agent-rpc 8078
head-env 8079
head-metrics 8080
head-agent 52365'
CONNECT='ray://claims-head:10001' SUBMIT_DIR='/tmp'
SUBMIT='env
RAY_ADDRESS=auto
python3'
SUBMIT_OPTIONS='-W ARG; -X OPTION'
SUBMIT_REACH='Tasks and actors start in a copy of it, and can import the Python modules in it.'
SUBMIT_ALONE=''
DISTRIBUTE='the framework has it'
MEMBERS='python3
-c
import http.client, json, os; token = open(os.environ["RAY_AUTH_TOKEN_PATH"]).read().strip(); head = http.client.HTTPConnection("127.0.0.1", 8265, timeout=10); head.request("GET", "/nodes?view=summary", headers={"Authorization": "Bearer " + token}); nodes = [node["raylet"] for node in json.load(head.getresponse())["data"]["summary"]]; print(sum(node["state"] == "ALIVE" and not node["isHeadNode"] for node in nodes))'
PACKAGES=''
SMOKE='env
RAY_ADDRESS=auto
python3'
SMOKE_FILE='smoke.py'
SMOKE_PROGRAM='the framework has it'
