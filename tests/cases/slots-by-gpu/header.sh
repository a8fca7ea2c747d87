#!/bin/sh
# The manager of the cluster 'ranks': creates, watches, reaches, uses and deletes it.
# Made by clusterc VERSION from the profile profile.yaml. Keep ranks.yaml, and the BODY named below, beside it.
# Don't edit it: change the profile and generate it again. Begin with: sh ranks.sh help
CLUSTERC_VERSION='VERSION'
CLUSTER='ranks' NAMESPACE=''
TITLE='Open MPI 4.1.4'
MANIFEST='ranks.yaml'
MANIFEST_CKSUM='CKSUM'
BODY='clusterc-manager-VERSION'
BODY_CKSUM='CKSUM'
INPUT_DIGEST='sha256:DIGEST'
SELECTOR='app.kubernetes.io/instance=ranks,app.kubernetes.io/managed-by=clusterc'
KINDS='serviceaccount,configmap,service,job,networkpolicy,secret'
WORKLOAD_KINDS='job'
OTHER_KINDS='statefulset,poddisruptionbudget,cronjob'
FORMER_KINDS='statefulset,cronjob,poddisruptionbudget,resourceclaimtemplate'
POD_QUOTA='head 1 0 pods=1 count/pods=1 cpu=1 requests.cpu=1 memory=2Gi requests.memory=2Gi ephemeral-storage=4Gi requests.ephemeral-storage=4Gi limits.cpu=1 limits.memory=2Gi limits.ephemeral-storage=4Gi
worker 1 8 pods=1 count/pods=1 cpu=32 requests.cpu=32 memory=64Gi requests.memory=64Gi ephemeral-storage=20Gi requests.ephemeral-storage=20Gi limits.cpu=32 limits.memory=64Gi limits.ephemeral-storage=20Gi requests.nvidia.com/gpu=8
small 1 0 pods=1 count/pods=1 cpu=4 requests.cpu=4 memory=8Gi requests.memory=8Gi ephemeral-storage=20Gi requests.ephemeral-storage=20Gi limits.cpu=4 limits.memory=8Gi limits.ephemeral-storage=20Gi
hybrid 1 0 pods=1 count/pods=1 cpu=8 requests.cpu=8 memory=8Gi requests.memory=8Gi ephemeral-storage=20Gi requests.ephemeral-storage=20Gi limits.cpu=8 limits.memory=8Gi limits.ephemeral-storage=20Gi'
OBJECT_QUOTA='serviceaccount/ranks count/serviceaccounts=1
configmap/ranks-config configmaps=1 count/configmaps=1
service/ranks-head services=1 count/services=1
service/ranks-worker services=1 count/services=1
service/ranks-small services=1 count/services=1
service/ranks-hybrid services=1 count/services=1
job/ranks-head count/jobs.batch=1
job/ranks-worker count/jobs.batch=1
job/ranks-small count/jobs.batch=1
job/ranks-hybrid count/jobs.batch=1
networkpolicy/ranks count/networkpolicies.networking.k8s.io=1
secret/ranks-ssh secrets=1 count/secrets=1'
NEEDED_OBJECTS='' SERVER_SIDE=''
ENDS='8h after its start'
OWNER='job/ranks-head'
TLS_HOSTS=''
SECRETS='ranks-ssh ssh'
SECRET_METADATA='---
metadata:
  labels:
    app.kubernetes.io/name: mpi
    app.kubernetes.io/instance: ranks
    app.kubernetes.io/version: "4.1.4"
    app.kubernetes.io/managed-by: clusterc
'
NOTEBOOK=''
GROUPS_OF_WORKERS='small
hybrid'
SITE='' KUBERNETES='31'
QUEUE='' QUEUE_GROUP='' SITE_LIMITS='' COUNTED_IN='' LOGIN_HOST='' CHARGES='' SITE_EVENTS='' SITE_ANNOTATIONS=''
HEAD='launcher' WORKER='worker' WORKERS='3' LIFETIME='28800' IDLE='0' PODS='4' CPU='45' MEMORY='82Gi' STORAGE='64Gi' GPUS='8'
JOB='' LEADS='' PROGRAM_OF_JOB='' SCHEDULE='' TIME_ZONE='' SCHEDULE_SETS='' LOGS_CLAIM='' LOGS_PATH='' READER='' RETRIES='' KEEP='' START_TIMEOUT='' CODE_REF='' WEB_PORTS=''
PORTS='head-ssh 2222'
CONNECT='ranks-worker:2222' SUBMIT_DIR='/tmp'
SUBMIT='sh
/etc/mpi/submit'
SUBMIT_OPTIONS='-n, -np, -c, --n, --np N; -N N; -x NAME; -map-by, --map-by WHERE; -rank-by, --rank-by WHAT; -bind-to, --bind-to WHAT; -H, -host, --host LIST; -hostfile, --hostfile, -machinefile, --machinefile, -default-hostfile, --default-hostfile FILE; -mca, --mca, -gmca, --gmca KEY VALUE; --omca, --gomca, --prtemca, --pmixmca KEY VALUE; -am, --am, --amca, -tune, --tune LIST; --output, --display, --runtime-options LIST; -output-filename, --output-filename, --output-directory NAME; -timeout, --timeout, --spawn-timeout SECONDS; -stdin, --stdin RANK; -npernode, --npernode, -npersocket, --npersocket N; --ppr LIST; -cpus-per-proc, --cpus-per-proc, -cpus-per-rank, --cpus-per-rank N; -cpu-set, --cpu-set, -cpu-list, --cpu-list LIST; -rf, --rf, -rankfile, --rankfile FILE; -wd, --wd, -wdir, --wdir DIRECTORY; -path, --path LIST; -prefix, --prefix DIRECTORY; -preload-files, --preload-files LIST; -max-restarts, --max-restarts N; -max-vm-size, --max-vm-size N; -launch-agent, --launch-agent COMMAND; -personality, --personality NAME; -report-uri, --report-uri, -report-pid, --report-pid, -report-events, --report-events WHERE; -ompi-server, --ompi-server, -hnp, --hnp URI; -xml-file, --xml-file FILE; -xterm, --xterm LIST; --stream-buffering N; --pset NAME; --with-ft, --initial-errhandler, --forward-signals, --tmpdir WORD'
SUBMIT_REACH='All of it is on every worker, where the ranks start, at the same place.'
SUBMIT_ALONE='' DISTRIBUTE=''
MEMBERS='sh
-c
sh /etc/mpi/hosts | wc -l'
PACKAGES=''
SMOKE='sh'
SMOKE_FILE='smoke.sh'
SMOKE_PROGRAM='the framework has it'
