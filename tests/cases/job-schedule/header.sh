#!/bin/sh
# The manager of the cluster 'nightly': creates, watches, reaches, uses and deletes it.
# Made by clusterc VERSION from the profile profile.yaml. Keep nightly.yaml, and the BODY named below, beside it.
# Don't edit it: change the profile and generate it again. Begin with: sh nightly.sh help
CLUSTERC_VERSION='VERSION'
CLUSTER='nightly' NAMESPACE=''
TITLE='Ray 2.60.0'
MANIFEST='nightly.yaml'
MANIFEST_CKSUM='CKSUM'
BODY='clusterc-manager-VERSION'
BODY_CKSUM='CKSUM'
INPUT_DIGEST='sha256:DIGEST'
SELECTOR='app.kubernetes.io/instance=nightly,app.kubernetes.io/managed-by=clusterc'
KINDS='serviceaccount,configmap,service,cronjob,networkpolicy,secret'
WORKLOAD_KINDS='cronjob,job'
OTHER_KINDS='statefulset,poddisruptionbudget'
FORMER_KINDS='statefulset,job,poddisruptionbudget,resourceclaimtemplate'
POD_QUOTA='job 3 0 pods=1 count/pods=1 cpu=1 requests.cpu=1 memory=3Gi requests.memory=3Gi ephemeral-storage=4Gi requests.ephemeral-storage=4Gi limits.cpu=1 limits.memory=3Gi limits.ephemeral-storage=4Gi'
OBJECT_QUOTA='serviceaccount/nightly count/serviceaccounts=1
configmap/nightly-config configmaps=1 count/configmaps=1
service/nightly-head services=1 count/services=1
service/nightly-worker services=1 count/services=1
cronjob/nightly-job count/cronjobs.batch=1
networkpolicy/nightly count/networkpolicies.networking.k8s.io=1
secret/nightly-auth secrets=1 count/secrets=1'
NEEDED_OBJECTS='localqueue/team'
SERVER_SIDE=''
ENDS='2h after its start'
OWNER='cronjob/nightly-job'
TLS_HOSTS=''
SECRETS='nightly-auth token'
SECRET_METADATA='---
metadata:
  labels:
    app.kubernetes.io/name: ray
    app.kubernetes.io/instance: nightly
    app.kubernetes.io/version: "2.60.0"
    app.kubernetes.io/managed-by: clusterc
'
NOTEBOOK='' GROUPS_OF_WORKERS=''
SITE='new' KUBERNETES='31'
QUEUE='team' QUEUE_GROUP='' SITE_LIMITS='' COUNTED_IN='' LOGIN_HOST='' CHARGES='' SITE_EVENTS='' SITE_ANNOTATIONS=''
HEAD='head' WORKER='worker' WORKERS='2' LIFETIME='7200' IDLE='0' PODS='3' CPU='3' MEMORY='9Gi' STORAGE='12Gi' GPUS='0'
JOB='together'
LEADS=''
PROGRAM_OF_JOB='count.py'
SCHEDULE='30 3 * * mon-fri'
TIME_ZONE='America/Los_Angeles'
SCHEDULE_SETS='30;3;1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23,24,25,26,27,28,29,30,31;1,2,3,4,5,6,7,8,9,10,11,12;1,2,3,4,5;yes;'
LOGS_CLAIM='' LOGS_PATH='' READER=''
RETRIES='0' KEEP='86400' START_TIMEOUT='1200'
CODE_REF=''
WEB_PORTS='dashboard head 8265 nightly-auth - / Ray dashboard'
PORTS='cluster 6379
client 10001
head-node 8076
head-objects 8077
head-agent-rpc 8078
head-env 8079
head-metrics 8080
head-agent 52365'
CONNECT='ray://nightly-head:10001' SUBMIT_DIR='/tmp'
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
