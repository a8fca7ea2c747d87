#!/bin/sh
# The manager of the cluster 'train': creates, watches, reaches, uses and deletes it.
# Made by clusterc VERSION from the profile profile.yaml. Keep train.yaml, and the BODY named below, beside it.
# Don't edit it: change the profile and generate it again. Begin with: sh train.sh help
CLUSTERC_VERSION='VERSION'
CLUSTER='train' NAMESPACE=''
TITLE='Open MPI 4.1.4'
MANIFEST='train.yaml'
MANIFEST_CKSUM='CKSUM'
BODY='clusterc-manager-VERSION'
BODY_CKSUM='CKSUM'
INPUT_DIGEST='sha256:DIGEST'
SELECTOR='app.kubernetes.io/instance=train,app.kubernetes.io/managed-by=clusterc'
KINDS='serviceaccount,configmap,service,job,networkpolicy,secret'
WORKLOAD_KINDS='job'
OTHER_KINDS='statefulset,poddisruptionbudget,cronjob'
FORMER_KINDS='statefulset,cronjob,poddisruptionbudget,resourceclaimtemplate'
POD_QUOTA='job 2 0 pods=1 count/pods=1 cpu=1 requests.cpu=1 memory=2Gi requests.memory=2Gi ephemeral-storage=20Gi requests.ephemeral-storage=20Gi limits.cpu=1 limits.memory=2Gi limits.ephemeral-storage=20Gi'
OBJECT_QUOTA='serviceaccount/train count/serviceaccounts=1
configmap/train-config configmaps=1 count/configmaps=1
service/train-head services=1 count/services=1
service/train-worker services=1 count/services=1
job/train-job count/jobs.batch=1
networkpolicy/train count/networkpolicies.networking.k8s.io=1
secret/train-ssh secrets=1 count/secrets=1'
NEEDED_OBJECTS='persistentvolumeclaim/results'
SERVER_SIDE=''
ENDS='1h after its start'
OWNER='job/train-job'
TLS_HOSTS=''
SECRETS='train-ssh ssh'
SECRET_METADATA='---
metadata:
  labels:
    app.kubernetes.io/name: mpi
    app.kubernetes.io/instance: train
    app.kubernetes.io/version: "4.1.4"
    app.kubernetes.io/managed-by: clusterc
'
NOTEBOOK='' GROUPS_OF_WORKERS=''
SITE='new' KUBERNETES='31'
QUEUE='' QUEUE_GROUP='' SITE_LIMITS='' COUNTED_IN='' LOGIN_HOST='' CHARGES='' SITE_EVENTS='' SITE_ANNOTATIONS=''
HEAD='launcher' WORKER='worker' WORKERS='2' LIFETIME='3600' IDLE='0' PODS='2' CPU='2' MEMORY='4Gi' STORAGE='40Gi' GPUS='0'
JOB='together'
LEADS='worker'
PROGRAM_OF_JOB='ring.sh'
SCHEDULE='' TIME_ZONE='' SCHEDULE_SETS=''
LOGS_CLAIM='results'
LOGS_PATH='train'
READER='---
apiVersion: v1
kind: Pod
metadata:
  name: train-reader
  labels:
    app.kubernetes.io/name: mpi
    app.kubernetes.io/instance: train
    app.kubernetes.io/component: reader
    app.kubernetes.io/managed-by: clusterc
spec:
  automountServiceAccountToken: false
  enableServiceLinks: false
  restartPolicy: Never
  terminationGracePeriodSeconds: 1
  securityContext:
    runAsNonRoot: true
    runAsUser: 10001
    runAsGroup: 10001
    fsGroup: 10001
    fsGroupChangePolicy: OnRootMismatch
    seccompProfile:
      type: RuntimeDefault
  containers:
    - name: reader
      image: docker.io/mpioperator/openmpi:v0.6.0
      imagePullPolicy: IfNotPresent
      command:
        - /bin/sh
        - -c
        - sleep 3600
      resources:
        requests:
          cpu: 100m
          memory: 128Mi
          ephemeral-storage: 64Mi
        limits:
          cpu: 100m
          memory: 128Mi
          ephemeral-storage: 64Mi
      securityContext:
        allowPrivilegeEscalation: false
        readOnlyRootFilesystem: true
        capabilities:
          drop:
            - ALL
      volumeMounts:
        - name: job-logs
          mountPath: /logs
          readOnly: true
  volumes:
    - name: job-logs
      persistentVolumeClaim:
        claimName: results
'
RETRIES='0' KEEP='86400' START_TIMEOUT='1200'
CODE_REF='' WEB_PORTS=''
PORTS='head-ssh 2222'
CONNECT='train-worker:2222' SUBMIT_DIR='/tmp'
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
