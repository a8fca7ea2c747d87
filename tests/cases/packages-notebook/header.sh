#!/bin/sh
# The manager of the cluster 'lesson': creates, watches, reaches, uses and deletes it.
# Made by clusterc VERSION from the profile profile.yaml. Keep lesson.yaml, and the BODY named below, beside it.
# Don't edit it: change the profile and generate it again. Begin with: sh lesson.sh help
CLUSTERC_VERSION='VERSION'
CLUSTER='lesson' NAMESPACE=''
TITLE='Ray 2.60.0'
MANIFEST='lesson.yaml'
MANIFEST_CKSUM='CKSUM'
BODY='clusterc-manager-VERSION'
BODY_CKSUM='CKSUM'
INPUT_DIGEST='sha256:DIGEST'
SELECTOR='app.kubernetes.io/instance=lesson,app.kubernetes.io/managed-by=clusterc'
KINDS='serviceaccount,configmap,service,statefulset,poddisruptionbudget,networkpolicy,secret'
WORKLOAD_KINDS='statefulset'
OTHER_KINDS='job,cronjob'
FORMER_KINDS='job,cronjob,resourceclaimtemplate'
POD_QUOTA='head 1 0 pods=1 count/pods=1 cpu=2 requests.cpu=2 memory=4Gi requests.memory=4Gi ephemeral-storage=4Gi requests.ephemeral-storage=4Gi limits.cpu=2 limits.memory=4Gi limits.ephemeral-storage=4Gi
worker 1 0 pods=1 count/pods=1 cpu=2 requests.cpu=2 memory=20Gi requests.memory=20Gi ephemeral-storage=20Gi requests.ephemeral-storage=20Gi limits.cpu=2 limits.memory=20Gi limits.ephemeral-storage=20Gi
notebook 1 0 pods=1 count/pods=1 cpu=1 requests.cpu=1 memory=4Gi requests.memory=4Gi ephemeral-storage=6Gi requests.ephemeral-storage=6Gi limits.cpu=1 limits.memory=4Gi limits.ephemeral-storage=6Gi'
OBJECT_QUOTA='serviceaccount/lesson count/serviceaccounts=1
configmap/lesson-config configmaps=1 count/configmaps=1
service/lesson-head services=1 count/services=1
service/lesson-worker services=1 count/services=1
service/lesson-notebook services=1 count/services=1
statefulset/lesson-head count/statefulsets.apps=1
statefulset/lesson-worker count/statefulsets.apps=1
statefulset/lesson-notebook count/statefulsets.apps=1
poddisruptionbudget/lesson-head count/poddisruptionbudgets.policy=1
networkpolicy/lesson count/networkpolicies.networking.k8s.io=1
secret/lesson-auth secrets=1 count/secrets=1
secret/lesson-notebook secrets=1 count/secrets=1'
NEEDED_OBJECTS='' SERVER_SIDE='' ENDS='' OWNER='' TLS_HOSTS=''
SECRETS='lesson-auth token
lesson-notebook token'
SECRET_METADATA='---
metadata:
  labels:
    app.kubernetes.io/name: ray
    app.kubernetes.io/instance: lesson
    app.kubernetes.io/version: "2.60.0"
    app.kubernetes.io/managed-by: clusterc
'
NOTEBOOK='notebook'
GROUPS_OF_WORKERS='' SITE='' KUBERNETES='31'
QUEUE='' QUEUE_GROUP='' SITE_LIMITS='' COUNTED_IN='' LOGIN_HOST='' CHARGES='' SITE_EVENTS='' SITE_ANNOTATIONS=''
HEAD='head' WORKER='worker' WORKERS='1' LIFETIME='0' IDLE='0' PODS='3' CPU='5' MEMORY='28Gi' STORAGE='30Gi' GPUS='0'
JOB='' LEADS='' PROGRAM_OF_JOB='' SCHEDULE='' TIME_ZONE='' SCHEDULE_SETS='' LOGS_CLAIM='' LOGS_PATH='' READER='' RETRIES='' KEEP='' START_TIMEOUT='' CODE_REF=''
WEB_PORTS='dashboard head 8265 lesson-auth - / Ray dashboard
notebook notebook 8888 lesson-notebook token /lab JupyterLab'
PORTS='cluster 6379
client 10001
head-node 8076
head-objects 8077
head-agent-rpc 8078
head-env 8079
head-metrics 8080
head-agent 52365'
CONNECT='ray://lesson-head:10001' SUBMIT_DIR='/tmp'
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
PACKAGES='/opt/packages/bin'
SMOKE='env
RAY_ADDRESS=auto
python3'
SMOKE_FILE='smoke.py'
SMOKE_PROGRAM='the framework has it'
