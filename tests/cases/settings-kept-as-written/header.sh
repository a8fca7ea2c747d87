#!/bin/sh
# The manager of the cluster 'versions': creates, watches, reaches, uses and deletes it.
# Made by clusterc VERSION from the profile profile.yaml. Keep versions.yaml, and the BODY named below, beside it.
# Don't edit it: change the profile and generate it again. Begin with: sh versions.sh help
CLUSTERC_VERSION='VERSION'
CLUSTER='versions' NAMESPACE=''
TITLE='Apache Flink 2.3.0'
MANIFEST='versions.yaml'
MANIFEST_CKSUM='CKSUM'
BODY='clusterc-manager-VERSION'
BODY_CKSUM='CKSUM'
INPUT_DIGEST='sha256:DIGEST'
SELECTOR='app.kubernetes.io/instance=versions,app.kubernetes.io/managed-by=clusterc'
KINDS='serviceaccount,configmap,service,statefulset,poddisruptionbudget,networkpolicy'
WORKLOAD_KINDS='statefulset'
OTHER_KINDS='job,cronjob'
FORMER_KINDS='secret,job,cronjob,resourceclaimtemplate'
POD_QUOTA='head 1 0 pods=1 count/pods=1 cpu=1 requests.cpu=1 memory=2Gi requests.memory=2Gi ephemeral-storage=4Gi requests.ephemeral-storage=4Gi limits.cpu=1 limits.memory=2Gi limits.ephemeral-storage=4Gi
worker 1 0 pods=1 count/pods=1 cpu=2 requests.cpu=2 memory=8Gi requests.memory=8Gi ephemeral-storage=20Gi requests.ephemeral-storage=20Gi limits.cpu=2 limits.memory=8Gi limits.ephemeral-storage=20Gi'
OBJECT_QUOTA='serviceaccount/versions count/serviceaccounts=1
configmap/versions-config configmaps=1 count/configmaps=1
service/versions-head services=1 count/services=1
service/versions-worker services=1 count/services=1
statefulset/versions-head count/statefulsets.apps=1
statefulset/versions-worker count/statefulsets.apps=1
poddisruptionbudget/versions-head count/poddisruptionbudgets.policy=1
networkpolicy/versions count/networkpolicies.networking.k8s.io=1'
NEEDED_OBJECTS='' SERVER_SIDE='' ENDS='' OWNER='' TLS_HOSTS='' SECRETS='' SECRET_METADATA='' NOTEBOOK='' GROUPS_OF_WORKERS='' SITE='' KUBERNETES='31'
QUEUE='' QUEUE_GROUP='' SITE_LIMITS='' COUNTED_IN='' LOGIN_HOST='' CHARGES='' SITE_EVENTS='' SITE_ANNOTATIONS=''
HEAD='jobmanager' WORKER='taskmanager' WORKERS='1' LIFETIME='0' IDLE='0' PODS='2' CPU='3' MEMORY='10Gi' STORAGE='24Gi' GPUS='0'
JOB='' LEADS='' PROGRAM_OF_JOB='' SCHEDULE='' TIME_ZONE='' SCHEDULE_SETS='' LOGS_CLAIM='' LOGS_PATH='' READER='' RETRIES='' KEEP='' START_TIMEOUT='' CODE_REF=''
WEB_PORTS='dashboard head 8081 - - / Flink dashboard'
PORTS='rpc 6123
blob 6124
head-metrics 6125'
CONNECT='versions-head:8081' SUBMIT_DIR='/tmp'
SUBMIT='/bin/bash
/etc/flink/submit'
SUBMIT_OPTIONS='-c, --class NAME; -C, --classpath URL; -p, --parallelism N; -s, --fromSavepoint PATH; -rm, --restoreMode MODE; -cm, -claim, --claimMode MODE; -D KEY=VALUE; -pyfs, --pyFiles LIST; -pyarch, --pyArchives LIST; -pyreq, --pyRequirements FILE; -pyexec, --pyExecutable PATH; -pyclientexec, --pyClientExecutable PATH; -pypath, --pyPythonPath LIST; -m, --jobmanager ADDRESS; -t, --target NAME; -e, --executor NAME; -z, --zookeeperNamespace NAME'
SUBMIT_REACH='The task managers get the JAR alone; its main() can read the other files, on the job manager.'
SUBMIT_ALONE='' DISTRIBUTE=''
MEMBERS='/bin/bash
-c
bash /etc/flink/rest /overview | sed '\''s/.*"taskmanagers":\([0-9]*\).*/\1/'\'''
PACKAGES=''
SMOKE='/bin/bash'
SMOKE_FILE='smoke.sh'
SMOKE_PROGRAM='the framework has it'
