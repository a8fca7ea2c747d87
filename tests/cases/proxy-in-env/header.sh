#!/bin/sh
# The manager of the cluster 'lake': creates, watches, reaches, uses and deletes it.
# Made by clusterc VERSION from the profile profile.yaml. Keep lake.yaml, and the BODY named below, beside it.
# Don't edit it: change the profile and generate it again. Begin with: sh lake.sh help
CLUSTERC_VERSION='VERSION'
CLUSTER='lake' NAMESPACE=''
TITLE='Trino 476'
MANIFEST='lake.yaml'
MANIFEST_CKSUM='CKSUM'
BODY='clusterc-manager-VERSION'
BODY_CKSUM='CKSUM'
INPUT_DIGEST='sha256:DIGEST'
SELECTOR='app.kubernetes.io/instance=lake,app.kubernetes.io/managed-by=clusterc'
KINDS='serviceaccount,configmap,service,job,networkpolicy,secret'
WORKLOAD_KINDS='job'
OTHER_KINDS='statefulset,poddisruptionbudget,cronjob'
FORMER_KINDS='statefulset,cronjob,poddisruptionbudget,resourceclaimtemplate'
POD_QUOTA='head 1 0 pods=1 count/pods=1 cpu=2 requests.cpu=2 memory=4Gi requests.memory=4Gi ephemeral-storage=4Gi requests.ephemeral-storage=4Gi limits.cpu=2 limits.memory=4Gi limits.ephemeral-storage=4Gi
worker 1 0 pods=1 count/pods=1 cpu=2 requests.cpu=2 memory=8Gi requests.memory=8Gi ephemeral-storage=10Gi requests.ephemeral-storage=10Gi limits.cpu=2 limits.memory=8Gi limits.ephemeral-storage=10Gi'
OBJECT_QUOTA='serviceaccount/lake count/serviceaccounts=1
configmap/lake-config configmaps=1 count/configmaps=1
service/lake-head services=1 count/services=1
service/lake-worker services=1 count/services=1
job/lake-head count/jobs.batch=1
job/lake-worker count/jobs.batch=1
networkpolicy/lake count/networkpolicies.networking.k8s.io=1
secret/lake-internal secrets=1 count/secrets=1'
NEEDED_OBJECTS='' SERVER_SIDE=''
ENDS='30m after its last work'
OWNER='job/lake-head'
TLS_HOSTS=''
SECRETS='lake-internal token'
SECRET_METADATA='---
metadata:
  labels:
    app.kubernetes.io/name: trino
    app.kubernetes.io/instance: lake
    app.kubernetes.io/version: "476"
    app.kubernetes.io/managed-by: clusterc
'
NOTEBOOK='' GROUPS_OF_WORKERS='' SITE='' KUBERNETES='31'
QUEUE='' QUEUE_GROUP='' SITE_LIMITS='' COUNTED_IN='' LOGIN_HOST='' CHARGES='' SITE_EVENTS='' SITE_ANNOTATIONS=''
HEAD='coordinator' WORKER='worker' WORKERS='1' LIFETIME='0' IDLE='1800' PODS='2' CPU='4' MEMORY='12Gi' STORAGE='14Gi' GPUS='0'
JOB='' LEADS='' PROGRAM_OF_JOB='' SCHEDULE='' TIME_ZONE='' SCHEDULE_SETS='' LOGS_CLAIM='' LOGS_PATH='' READER='' RETRIES='' KEEP='' START_TIMEOUT='' CODE_REF=''
WEB_PORTS='http head 8080 - - /ui/ Trino (any user name)'
PORTS=''
CONNECT='http://lake-head:8080' SUBMIT_DIR='/tmp'
SUBMIT='java
-Xmx128m
-XX:+UseSerialGC
-XX:TieredStopAtLevel=1
--enable-native-access=ALL-UNNAMED
-Dorg.jline.terminal.provider=dumb
-jar
/usr/bin/trino
--server
http://127.0.0.1:8080
--user
clusterc
--file'
SUBMIT_OPTIONS='' SUBMIT_REACH=''
SUBMIT_ALONE='a program is a file of SQL, and Trino reads no others'
DISTRIBUTE=''
MEMBERS='bash
-c
ask() { curl --noproxy '\''*'\'' -sf -H '\''X-Trino-User: clusterc'\'' -H '\''X-Trino-Source: status'\'' "$@"; }; answer=$(ask -d "SELECT count(*) FROM system.runtime.nodes WHERE NOT coordinator AND state = '\''active'\''" http://127.0.0.1:8080/v1/statement); while [[ $answer =~ \"nextUri\":\"([^\"]*)\" ]]; do answer=$(ask "${BASH_REMATCH[1]}"); if [[ $answer =~ \"data\":\[\[([0-9]+)\]\] ]]; then echo "${BASH_REMATCH[1]}"; fi; done'
PACKAGES=''
SMOKE='env
SERVER=http://127.0.0.1:8080
bash'
SMOKE_FILE='smoke.sh'
SMOKE_PROGRAM='the framework has it'
