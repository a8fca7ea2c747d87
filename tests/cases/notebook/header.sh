#!/bin/sh
# The manager of the cluster 'words': creates, watches, reaches, uses and deletes it.
# Made by clusterc VERSION from the profile profile.yaml. Keep words.yaml, and the BODY named below, beside it.
# Don't edit it: change the profile and generate it again. Begin with: sh words.sh help
CLUSTERC_VERSION='VERSION'
CLUSTER='words' NAMESPACE=''
TITLE='Apache Spark'
MANIFEST='words.yaml'
MANIFEST_CKSUM='CKSUM'
BODY='clusterc-manager-VERSION'
BODY_CKSUM='CKSUM'
INPUT_DIGEST='sha256:DIGEST'
SELECTOR='app.kubernetes.io/instance=words,app.kubernetes.io/managed-by=clusterc'
KINDS='serviceaccount,configmap,service,statefulset,poddisruptionbudget,networkpolicy,secret'
WORKLOAD_KINDS='statefulset'
OTHER_KINDS='job,cronjob'
FORMER_KINDS='job,cronjob,resourceclaimtemplate'
POD_QUOTA='head 1 0 pods=1 count/pods=1 cpu=2 requests.cpu=2 memory=4Gi requests.memory=4Gi ephemeral-storage=4Gi requests.ephemeral-storage=4Gi limits.cpu=2 limits.memory=4Gi limits.ephemeral-storage=4Gi
worker 1 0 pods=1 count/pods=1 cpu=2 requests.cpu=2 memory=20Gi requests.memory=20Gi ephemeral-storage=20Gi requests.ephemeral-storage=20Gi limits.cpu=2 limits.memory=20Gi limits.ephemeral-storage=20Gi
notebook 1 0 pods=1 count/pods=1 cpu=1 requests.cpu=1 memory=4Gi requests.memory=4Gi ephemeral-storage=4Gi requests.ephemeral-storage=4Gi limits.cpu=1 limits.memory=4Gi limits.ephemeral-storage=4Gi'
OBJECT_QUOTA='serviceaccount/words count/serviceaccounts=1
configmap/words-config configmaps=1 count/configmaps=1
service/words-head services=1 count/services=1
service/words-worker services=1 count/services=1
service/words-notebook services=1 count/services=1
statefulset/words-head count/statefulsets.apps=1
statefulset/words-worker count/statefulsets.apps=1
statefulset/words-notebook count/statefulsets.apps=1
poddisruptionbudget/words-head count/poddisruptionbudgets.policy=1
networkpolicy/words count/networkpolicies.networking.k8s.io=1
secret/words-auth secrets=1 count/secrets=1
secret/words-notebook secrets=1 count/secrets=1'
NEEDED_OBJECTS='persistentvolumeclaim/datasets
persistentvolumeclaim/home-nfs'
SERVER_SIDE='' ENDS='' OWNER='' TLS_HOSTS=''
SECRETS='words-auth token
words-notebook token'
SECRET_METADATA='---
metadata:
  labels:
    app.kubernetes.io/name: spark
    app.kubernetes.io/instance: words
    app.kubernetes.io/managed-by: clusterc
'
NOTEBOOK='notebook'
GROUPS_OF_WORKERS='' SITE='' KUBERNETES='31'
QUEUE='' QUEUE_GROUP='' SITE_LIMITS='' COUNTED_IN='' LOGIN_HOST='' CHARGES='' SITE_EVENTS='' SITE_ANNOTATIONS=''
HEAD='master' WORKER='worker' WORKERS='1' LIFETIME='0' IDLE='0' PODS='3' CPU='5' MEMORY='28Gi' STORAGE='28Gi' GPUS='0'
JOB='' LEADS='' PROGRAM_OF_JOB='' SCHEDULE='' TIME_ZONE='' SCHEDULE_SETS='' LOGS_CLAIM='' LOGS_PATH='' READER='' RETRIES='' KEEP='' START_TIMEOUT='' CODE_REF=''
WEB_PORTS='dashboard head 8080 - - / Spark master
notebook notebook 8888 words-notebook token /lab JupyterLab'
PORTS='cluster 7077'
CONNECT='spark://words-head:7077' SUBMIT_DIR='/tmp'
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
