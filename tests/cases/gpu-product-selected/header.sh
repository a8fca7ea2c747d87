#!/bin/sh
# The manager of the cluster 'lab': creates, watches, reaches, uses and deletes it.
# Made by clusterc VERSION from the profile profile.yaml. Keep lab.yaml, and the BODY named below, beside it.
# Don't edit it: change the profile and generate it again. Begin with: sh lab.sh help
CLUSTERC_VERSION='VERSION'
CLUSTER='lab' NAMESPACE=''
TITLE='PyTorch (torchrun) 2.10.0'
MANIFEST='lab.yaml'
MANIFEST_CKSUM='CKSUM'
BODY='clusterc-manager-VERSION'
BODY_CKSUM='CKSUM'
INPUT_DIGEST='sha256:DIGEST'
SELECTOR='app.kubernetes.io/instance=lab,app.kubernetes.io/managed-by=clusterc'
KINDS='serviceaccount,configmap,service,job,networkpolicy'
WORKLOAD_KINDS='job'
OTHER_KINDS='statefulset,poddisruptionbudget,cronjob'
FORMER_KINDS='secret,statefulset,cronjob,poddisruptionbudget,resourceclaimtemplate'
POD_QUOTA='head 1 0 pods=1 count/pods=1 cpu=100m requests.cpu=100m memory=256Mi requests.memory=256Mi ephemeral-storage=1Gi requests.ephemeral-storage=1Gi limits.cpu=100m limits.memory=256Mi limits.ephemeral-storage=1Gi
worker 1 1 pods=1 count/pods=1 cpu=2 requests.cpu=2 memory=8Gi requests.memory=8Gi ephemeral-storage=10Gi requests.ephemeral-storage=10Gi limits.cpu=2 limits.memory=8Gi limits.ephemeral-storage=10Gi requests.nvidia.com/gpu=1'
OBJECT_QUOTA='serviceaccount/lab count/serviceaccounts=1
configmap/lab-config configmaps=1 count/configmaps=1
service/lab-head services=1 count/services=1
service/lab-worker services=1 count/services=1
job/lab-head count/jobs.batch=1
job/lab-worker count/jobs.batch=1
networkpolicy/lab count/networkpolicies.networking.k8s.io=1'
NEEDED_OBJECTS='' SERVER_SIDE=''
ENDS='1h after its start'
OWNER='job/lab-head'
TLS_HOSTS='' SECRETS='' SECRET_METADATA='' NOTEBOOK='' GROUPS_OF_WORKERS='' SITE='' KUBERNETES='31'
QUEUE='' QUEUE_GROUP='' SITE_LIMITS='' COUNTED_IN='' LOGIN_HOST='' CHARGES='' SITE_EVENTS='' SITE_ANNOTATIONS=''
HEAD='head' WORKER='worker' WORKERS='1' LIFETIME='3600' IDLE='0' PODS='2' CPU='2100m' MEMORY='8448Mi' STORAGE='11Gi' GPUS='1'
JOB='' LEADS='' PROGRAM_OF_JOB='' SCHEDULE='' TIME_ZONE='' SCHEDULE_SETS='' LOGS_CLAIM='' LOGS_PATH='' READER='' RETRIES='' KEEP='' START_TIMEOUT='' CODE_REF='' WEB_PORTS='' PORTS=''
CONNECT='lab-worker:8500' SUBMIT_DIR='/tmp'
SUBMIT='python3
/etc/torchrun/submit.py'
SUBMIT_OPTIONS='--nproc-per-node, --nproc_per_node N; --max-restarts, --max_restarts N; --monitor-interval, --monitor_interval SECONDS; --start-method, --start_method METHOD; --log-dir, --log_dir DIRECTORY; -r, --redirects LIST; -t, --tee LIST; --local-ranks-filter, --local_ranks_filter LIST; --duplicate-stdout-filters, --duplicate_stdout_filters LIST; --duplicate-stderr-filters, --duplicate_stderr_filters LIST; --rdzv-conf, --rdzv_conf LIST; --event-log-handler, --event_log_handler NAME; --role NAME; --local-addr, --local_addr ADDRESS; --logs-specs, --logs_specs NAME; --numa-binding, --numa_binding MODE; --signals-to-handle, --signals_to_handle LIST; --shutdown-timeout, --shutdown_timeout SECONDS'
SUBMIT_REACH='All of it is on every worker, in /tmp/job, where the ranks start, until the next program comes.'
SUBMIT_ALONE='' DISTRIBUTE=''
MEMBERS='python3
/etc/torchrun/submit.py'
PACKAGES=''
SMOKE='python3
/etc/torchrun/submit.py'
SMOKE_FILE='smoke.py'
SMOKE_PROGRAM='the framework has it'
