#!/bin/sh
# The manager of the cluster 'before-29': creates, watches, reaches, uses and deletes it.
# Made by clusterc VERSION from the profile profile.yaml. Keep before-29.yaml, and the BODY named below, beside it.
# Don't edit it: change the profile and generate it again. Begin with: sh before-29.sh help
CLUSTERC_VERSION='VERSION'
CLUSTER='before-29' NAMESPACE=''
TITLE='Apache Spark 4.1.2'
MANIFEST='before-29.yaml'
MANIFEST_CKSUM='CKSUM'
BODY='clusterc-manager-VERSION'
BODY_CKSUM='CKSUM'
INPUT_DIGEST='sha256:DIGEST'
SELECTOR='app.kubernetes.io/instance=before-29,app.kubernetes.io/managed-by=clusterc'
KINDS='serviceaccount,configmap,service,job,networkpolicy,secret'
WORKLOAD_KINDS='job'
OTHER_KINDS='statefulset,poddisruptionbudget,cronjob'
FORMER_KINDS='statefulset,cronjob,poddisruptionbudget,resourceclaimtemplate'
POD_QUOTA='head 1 0 pods=1 count/pods=1 cpu=1 requests.cpu=1 memory=2Gi requests.memory=2Gi ephemeral-storage=4Gi requests.ephemeral-storage=4Gi limits.cpu=1 limits.memory=2Gi limits.ephemeral-storage=4Gi
worker 2 0 pods=1 count/pods=1 cpu=1 requests.cpu=1 memory=2Gi requests.memory=2Gi ephemeral-storage=4Gi requests.ephemeral-storage=4Gi limits.cpu=1 limits.memory=2Gi limits.ephemeral-storage=4Gi'
OBJECT_QUOTA='serviceaccount/before-29 count/serviceaccounts=1
configmap/before-29-config configmaps=1 count/configmaps=1
service/before-29-head services=1 count/services=1
service/before-29-worker services=1 count/services=1
job/before-29-head count/jobs.batch=1
job/before-29-worker count/jobs.batch=1
networkpolicy/before-29 count/networkpolicies.networking.k8s.io=1
secret/before-29-auth secrets=1 count/secrets=1'
NEEDED_OBJECTS='' SERVER_SIDE=''
ENDS='1h after its start'
OWNER='job/before-29-head'
TLS_HOSTS=''
SECRETS='before-29-auth token'
SECRET_METADATA='---
metadata:
  labels:
    app.kubernetes.io/name: spark
    app.kubernetes.io/instance: before-29
    app.kubernetes.io/version: "4.1.2"
    app.kubernetes.io/managed-by: clusterc
'
NOTEBOOK='' GROUPS_OF_WORKERS=''
SITE='old' KUBERNETES='28'
QUEUE='' QUEUE_GROUP='' SITE_LIMITS='' COUNTED_IN='' LOGIN_HOST='' CHARGES='' SITE_EVENTS='' SITE_ANNOTATIONS=''
HEAD='master' WORKER='worker' WORKERS='2' LIFETIME='3600' IDLE='0' PODS='3' CPU='3' MEMORY='6Gi' STORAGE='12Gi' GPUS='0'
JOB='apart'
LEADS=''
PROGRAM_OF_JOB='src/count.py'
SCHEDULE='' TIME_ZONE='' SCHEDULE_SETS='' LOGS_CLAIM='' LOGS_PATH='' READER=''
RETRIES='2' KEEP='86400' START_TIMEOUT='1200'
CODE_REF=''
WEB_PORTS='dashboard head 8080 - - / Spark master'
PORTS='cluster 7077'
CONNECT='spark://before-29-head:7077' SUBMIT_DIR='/tmp'
SUBMIT='/opt/spark/bin/spark-submit'
SUBMIT_OPTIONS='--class NAME; -c, --conf KEY=VALUE; --packages LIST; --exclude-packages LIST; --repositories LIST; --jars LIST; --py-files LIST; --files LIST; --archives LIST; --name NAME; --properties-file FILE; --driver-memory SIZE; --driver-cores N; --driver-class-path PATH; --driver-java-options OPTIONS; --driver-library-path PATH; --executor-memory SIZE; --executor-cores N; --total-executor-cores N; --num-executors N; --master URL; --deploy-mode MODE; --proxy-user NAME; --principal NAME; --keytab FILE; --queue NAME; --remote URL'
SUBMIT_REACH='Tasks can import the Python modules in it; spark-submit'\''s --files brings other files to the executors.'
SUBMIT_ALONE=''
DISTRIBUTE='the framework has it'
MEMBERS='/bin/bash
-c
exec 3<>"/dev/tcp/$POD_IP/8080" && printf '\''GET /json/ HTTP/1.0\r\n\r\n'\'' >&3 && sed -n '\''s/.*"aliveworkers" : \([0-9][0-9]*\).*/\1/p'\'' <&3'
PACKAGES=''
SMOKE='/opt/spark/bin/spark-submit'
SMOKE_FILE='smoke.py'
SMOKE_PROGRAM='the framework has it'
