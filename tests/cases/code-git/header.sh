#!/bin/sh
# The manager of the cluster 'trial': creates, watches, reaches, uses and deletes it.
# Made by clusterc VERSION from the profile profile.yaml. Keep trial.yaml, and the BODY named below, beside it.
# Don't edit it: change the profile and generate it again. Begin with: sh trial.sh help
CLUSTERC_VERSION='VERSION'
CLUSTER='trial' NAMESPACE=''
TITLE='PyTorch (torchrun) 2.10.0'
MANIFEST='trial.yaml'
MANIFEST_CKSUM='CKSUM'
BODY='clusterc-manager-VERSION'
BODY_CKSUM='CKSUM'
INPUT_DIGEST='sha256:DIGEST'
SELECTOR='app.kubernetes.io/instance=trial,app.kubernetes.io/managed-by=clusterc'
KINDS='serviceaccount,configmap,service,statefulset,poddisruptionbudget,networkpolicy'
WORKLOAD_KINDS='statefulset'
OTHER_KINDS='job,cronjob'
FORMER_KINDS='secret,job,cronjob,resourceclaimtemplate'
POD_QUOTA='head 1 0 pods=1 count/pods=1 cpu=100m requests.cpu=100m memory=256Mi requests.memory=256Mi ephemeral-storage=5Gi requests.ephemeral-storage=5Gi limits.cpu=100m limits.memory=256Mi limits.ephemeral-storage=5Gi
worker 2 1 pods=1 count/pods=1 cpu=2 requests.cpu=2 memory=8Gi requests.memory=8Gi ephemeral-storage=14Gi requests.ephemeral-storage=14Gi limits.cpu=2 limits.memory=8Gi limits.ephemeral-storage=14Gi requests.nvidia.com/gpu=1'
OBJECT_QUOTA='serviceaccount/trial count/serviceaccounts=1
configmap/trial-config configmaps=1 count/configmaps=1
service/trial-head services=1 count/services=1
service/trial-worker services=1 count/services=1
statefulset/trial-head count/statefulsets.apps=1
statefulset/trial-worker count/statefulsets.apps=1
poddisruptionbudget/trial-head count/poddisruptionbudgets.policy=1
networkpolicy/trial count/networkpolicies.networking.k8s.io=1'
NEEDED_OBJECTS='secret/team-code'
SERVER_SIDE='' ENDS='' OWNER='' TLS_HOSTS='' SECRETS='' SECRET_METADATA='' NOTEBOOK='' GROUPS_OF_WORKERS='' SITE='' KUBERNETES='31'
QUEUE='' QUEUE_GROUP='' SITE_LIMITS='' COUNTED_IN='' LOGIN_HOST='' CHARGES='' SITE_EVENTS='' SITE_ANNOTATIONS=''
HEAD='head' WORKER='worker' WORKERS='2' LIFETIME='0' IDLE='0' PODS='3' CPU='4100m' MEMORY='16640Mi' STORAGE='33Gi' GPUS='2'
JOB='' LEADS='' PROGRAM_OF_JOB='' SCHEDULE='' TIME_ZONE='' SCHEDULE_SETS='' LOGS_CLAIM='' LOGS_PATH='' READER='' RETRIES='' KEEP='' START_TIMEOUT='' CODE_REF='' WEB_PORTS='' PORTS=''
CONNECT='trial-worker:8500' SUBMIT_DIR='/tmp'
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
