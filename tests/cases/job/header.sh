#!/bin/sh
# The manager of the cluster 'nightly': creates, watches, reaches, uses and deletes it.
# Made by clusterc VERSION from the profile profile.yaml. Keep nightly.yaml, and the BODY named below, beside it.
# Don't edit it: change the profile and generate it again. Begin with: sh nightly.sh help
CLUSTERC_VERSION='VERSION'
CLUSTER='nightly' NAMESPACE=''
TITLE='Apache Spark 4.1.2'
MANIFEST='nightly.yaml'
MANIFEST_CKSUM='CKSUM'
BODY='clusterc-manager-VERSION'
BODY_CKSUM='CKSUM'
INPUT_DIGEST='sha256:DIGEST'
SELECTOR='app.kubernetes.io/instance=nightly,app.kubernetes.io/managed-by=clusterc'
KINDS='serviceaccount,configmap,service,job,networkpolicy,secret'
WORKLOAD_KINDS='job'
OTHER_KINDS='statefulset,poddisruptionbudget,cronjob'
FORMER_KINDS='statefulset,cronjob,poddisruptionbudget,resourceclaimtemplate'
POD_QUOTA='head 1 0 pods=1 count/pods=1 cpu=2 requests.cpu=2 memory=4Gi requests.memory=4Gi ephemeral-storage=4Gi requests.ephemeral-storage=4Gi limits.cpu=2 limits.memory=4Gi limits.ephemeral-storage=4Gi
worker 2 0 pods=1 count/pods=1 cpu=2 requests.cpu=2 memory=8Gi requests.memory=8Gi ephemeral-storage=20Gi requests.ephemeral-storage=20Gi limits.cpu=2 limits.memory=8Gi limits.ephemeral-storage=20Gi'
OBJECT_QUOTA='serviceaccount/nightly count/serviceaccounts=1
configmap/nightly-config configmaps=1 count/configmaps=1
service/nightly-head services=1 count/services=1
service/nightly-worker services=1 count/services=1
job/nightly-head count/jobs.batch=1
job/nightly-worker count/jobs.batch=1
networkpolicy/nightly count/networkpolicies.networking.k8s.io=1
secret/nightly-auth secrets=1 count/secrets=1'
NEEDED_OBJECTS='persistentvolumeclaim/results'
SERVER_SIDE=''
ENDS='6h after its start'
OWNER='job/nightly-head'
TLS_HOSTS=''
SECRETS='nightly-auth token'
SECRET_METADATA='---
metadata:
  labels:
    app.kubernetes.io/name: spark
    app.kubernetes.io/instance: nightly
    app.kubernetes.io/version: "4.1.2"
    app.kubernetes.io/managed-by: clusterc
'
NOTEBOOK='' GROUPS_OF_WORKERS='' SITE='' KUBERNETES='31'
QUEUE='' QUEUE_GROUP='' SITE_LIMITS='' COUNTED_IN='' LOGIN_HOST='' CHARGES='' SITE_EVENTS='' SITE_ANNOTATIONS=''
HEAD='master' WORKER='worker' WORKERS='2' LIFETIME='21600' IDLE='0' PODS='3' CPU='6' MEMORY='20Gi' STORAGE='44Gi' GPUS='0'
JOB='apart'
LEADS=''
PROGRAM_OF_JOB='src/count.py'
SCHEDULE='' TIME_ZONE='' SCHEDULE_SETS=''
LOGS_CLAIM='results'
LOGS_PATH='runs/nightly'
READER='---
apiVersion: v1
kind: Pod
metadata:
  name: nightly-reader
  labels:
    app.kubernetes.io/name: spark
    app.kubernetes.io/instance: nightly
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
      image: docker.io/apache/spark:4.1.2-scala2.13-java17-python3-ubuntu
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
RETRIES='2' KEEP='7200' START_TIMEOUT='600'
CODE_REF=''
WEB_PORTS='dashboard head 8080 - - / Spark master'
PORTS='cluster 7077'
CONNECT='spark://nightly-head:7077' SUBMIT_DIR='/tmp'
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
