#!/bin/sh
# The manager of the cluster 'squares': creates, watches, reaches, uses and deletes it.
# Made by clusterc VERSION from the profile profile.yaml. Keep squares.yaml, and the BODY named below, beside it.
# Don't edit it: change the profile and generate it again. Begin with: sh squares.sh help
CLUSTERC_VERSION='VERSION'
CLUSTER='squares' NAMESPACE=''
TITLE='Ray 2.60.0'
MANIFEST='squares.yaml'
MANIFEST_CKSUM='CKSUM'
BODY='clusterc-manager-VERSION'
BODY_CKSUM='CKSUM'
INPUT_DIGEST='sha256:DIGEST'
SELECTOR='app.kubernetes.io/instance=squares,app.kubernetes.io/managed-by=clusterc'
KINDS='serviceaccount,configmap,service,statefulset,poddisruptionbudget,networkpolicy,secret'
WORKLOAD_KINDS='statefulset'
OTHER_KINDS='job,cronjob'
FORMER_KINDS='job,cronjob,resourceclaimtemplate'
POD_QUOTA='head 1 0 pods=1 count/pods=1 cpu=300m requests.cpu=300m memory=4Gi requests.memory=4Gi ephemeral-storage=4Gi requests.ephemeral-storage=4Gi limits.cpu=300m limits.memory=4Gi limits.ephemeral-storage=4Gi
worker 1 0 pods=1 count/pods=1 cpu=499m requests.cpu=499m memory=4Gi requests.memory=4Gi ephemeral-storage=20Gi requests.ephemeral-storage=20Gi limits.cpu=499m limits.memory=4Gi limits.ephemeral-storage=20Gi
enough 1 0 pods=1 count/pods=1 cpu=500m requests.cpu=500m memory=4Gi requests.memory=4Gi ephemeral-storage=20Gi requests.ephemeral-storage=20Gi limits.cpu=500m limits.memory=4Gi limits.ephemeral-storage=20Gi
lent 1 0 pods=1 count/pods=1 cpu=100m requests.cpu=100m memory=4Gi requests.memory=4Gi ephemeral-storage=20Gi requests.ephemeral-storage=20Gi limits.cpu=500m limits.memory=4Gi limits.ephemeral-storage=20Gi
limited 1 0 pods=1 count/pods=1 cpu=100m requests.cpu=100m memory=4Gi requests.memory=4Gi ephemeral-storage=20Gi requests.ephemeral-storage=20Gi limits.cpu=400m limits.memory=4Gi limits.ephemeral-storage=20Gi'
OBJECT_QUOTA='serviceaccount/squares count/serviceaccounts=1
configmap/squares-config configmaps=1 count/configmaps=1
service/squares-head services=1 count/services=1
service/squares-worker services=1 count/services=1
service/squares-enough services=1 count/services=1
service/squares-lent services=1 count/services=1
service/squares-limited services=1 count/services=1
statefulset/squares-head count/statefulsets.apps=1
statefulset/squares-worker count/statefulsets.apps=1
statefulset/squares-enough count/statefulsets.apps=1
statefulset/squares-lent count/statefulsets.apps=1
statefulset/squares-limited count/statefulsets.apps=1
poddisruptionbudget/squares-head count/poddisruptionbudgets.policy=1
networkpolicy/squares count/networkpolicies.networking.k8s.io=1
secret/squares-auth secrets=1 count/secrets=1'
NEEDED_OBJECTS='' SERVER_SIDE='' ENDS='' OWNER='' TLS_HOSTS=''
SECRETS='squares-auth token'
SECRET_METADATA='---
metadata:
  labels:
    app.kubernetes.io/name: ray
    app.kubernetes.io/instance: squares
    app.kubernetes.io/version: "2.60.0"
    app.kubernetes.io/managed-by: clusterc
'
NOTEBOOK=''
GROUPS_OF_WORKERS='enough
lent
limited'
SITE='' KUBERNETES='31'
QUEUE='' QUEUE_GROUP='' SITE_LIMITS='' COUNTED_IN='' LOGIN_HOST='' CHARGES='' SITE_EVENTS='' SITE_ANNOTATIONS=''
HEAD='head' WORKER='worker' WORKERS='4' LIFETIME='0' IDLE='0' PODS='5' CPU='1499m' MEMORY='20Gi' STORAGE='84Gi' GPUS='0'
JOB='' LEADS='' PROGRAM_OF_JOB='' SCHEDULE='' TIME_ZONE='' SCHEDULE_SETS='' LOGS_CLAIM='' LOGS_PATH='' READER='' RETRIES='' KEEP='' START_TIMEOUT='' CODE_REF=''
WEB_PORTS='dashboard head 8265 squares-auth - / Ray dashboard'
PORTS='cluster 6379
client 10001
head-node 8076
head-objects 8077
head-agent-rpc 8078
head-env 8079
head-metrics 8080
head-agent 52365'
CONNECT='ray://squares-head:10001' SUBMIT_DIR='/tmp'
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
