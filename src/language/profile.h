/* profile: the language users write. Every key of it is a row here. */
#ifndef CLUSTERC_PROFILE_H
#define CLUSTERC_PROFILE_H

#include "language/choices.h"
#include "language/schema.h"

/* clang-format off */

/* A claim for storage that the cluster brings along. */
#define PROFILE_CLAIM_KEYS(KEY, T) \
	KEY(T, AMOUNT, size,         REQUIRED, rule_memory, NULL, "How much is asked for.") \
	KEY(T, TEXT, storageClass, OPTIONAL, rule_object_name, "the cluster's default", "What kind of storage.") \
	KEY(T, CHOICE, accessMode,   OPTIONAL, access_mode, "ReadWriteOnce", "Who may use it at a time.")

/* Space that each pod has a claim of its own for. */
#define PROFILE_EPHEMERAL_KEYS(KEY, T) \
	KEY(T, AMOUNT, size,         REQUIRED, rule_memory, NULL, "How much each pod gets.") \
	KEY(T, TEXT, storageClass, OPTIONAL, rule_object_name, "the cluster's default", "What kind of storage.")

#define PROFILE_NFS_KEYS(KEY, T) \
	KEY(T, TEXT, server, REQUIRED, rule_line, NULL, "The server's name or address.") \
	KEY(T, TEXT, path,   REQUIRED, rule_address_path, NULL, "What it exports.")

/* Something that is mounted: exactly one source. */
#define PROFILE_VOLUME_KEYS(KEY, T) \
	KEY(T, TEXT,  name,      REQUIRED, rule_short_label, NULL, "What the volume is called in the pod.") \
	KEY(T, TEXT,  path,      REQUIRED, rule_path, NULL, "Where it is mounted. At a writable directory of the framework it takes the scratch volume's place.") \
	KEY(T, TEXT,  claim,     OPTIONAL, rule_claim, NULL, "A claim for storage that is there already, as `kubectl get pvc` shows it.") \
	KEY(T, AMOUNT,  scratch,   OPTIONAL, rule_memory, NULL, "So much space on the node's disk, beside storage; gone with the pod.") \
	KEY(T, BLOCK, ephemeral, OPTIONAL, profile_ephemeral, NULL, "Space of a storage class instead of the node's disk: a claim for each pod, made with the pod and deleted with it.") \
	KEY(T, TEXT,  image,     OPTIONAL, rule_image, NULL, "The files of a container image, read only. Needs Kubernetes 1.35.") \
	KEY(T, TEXT,  configMap, OPTIONAL, rule_object_name, NULL, "A config map that is there already, as files.") \
	KEY(T, TEXT,  secret,    OPTIONAL, rule_object_name, NULL, "A Secret that is there already, as files.") \
	KEY(T, BLOCK, newClaim,  OPTIONAL, profile_claim, NULL, "A claim that is made with the cluster, shared by all pods that name it so, and kept when the cluster is deleted.") \
	KEY(T, BLOCK, nfs,       OPTIONAL, profile_nfs, NULL, "A directory of an NFS server. The restricted standard refuses it; a claim is the way.") \
	KEY(T, TEXT,  subPath,   OPTIONAL, rule_sub_path, "all of it", "A directory of the volume that is mounted instead of all of it.") \
	KEY(T, TRUTH, readOnly,  OPTIONAL, rule_truth, "false; true for an image", "Whether it can only be read.")

#define PROFILE_GPU_KEYS(KEY, T) \
	KEY(T, NUMBER, count,    REQUIRED, rule_gpu_count, NULL, "GPUs for each pod.") \
	KEY(T, TEXT,   resource, OPTIONAL, rule_resource, "nvidia.com/gpu", "What the cluster calls them.") \
	KEY(T, TEXT,   product,  OPTIONAL, rule_gpu_product, "any", "Only nodes with this product, as their label says it: nvidia.com/gpu.product, for nvidia.com/mig-* the resource and .product, amd.com/gpu.product-name, gpu.intel.com/product. For other resources, nodeSelector takes any label.") \
	KEY(T, TEXT,   class,    OPTIONAL, rule_object_name, NULL, "A device class, for clusters that hand out GPUs as resource claims (Kubernetes 1.34 and later); instead of resource and product.")

/* What is installed when a pod starts, for who wants more than a list says. */
#define PROFILE_PACKAGES_KEYS(KEY, T) \
	KEY(T, TEXT,   from,    OPTIONAL, rule_file_path, NULL, "A requirements file beside this profile. Its hashes are checked.") \
	KEY(T, TEXTS,  list,    OPTIONAL, rule_profile_packages_text, NULL, "Packages, as in the list that may stand here instead of the map. They are installed after the file.") \
	KEY(T, AMOUNT, storage, OPTIONAL, rule_memory, "the framework's", "How much of the node's disk they may take in each pod, on top of the pod's own storage.")

#define PROFILE_ENV_FROM_KEYS(KEY, T) \
	KEY(T, TEXT, secret,    OPTIONAL, rule_object_name, NULL, "A Secret that is there already: each of its keys becomes a variable.") \
	KEY(T, TEXT, configMap, OPTIONAL, rule_object_name, NULL, "The same with a config map.") \
	KEY(T, TEXT, prefix,    OPTIONAL, rule_env_name, NULL, "What is put in front of each key.")

/* As Kubernetes has it. */
#define PROFILE_TOLERATION_KEYS(KEY, T) \
	KEY(T, TEXT,   key,               OPTIONAL, rule_label_key, "all keys, with operator Exists", "The taint's key.") \
	KEY(T, CHOICE, operator,          OPTIONAL, toleration_operator, "Equal", "How the value is compared.") \
	KEY(T, TEXT,   value,             OPTIONAL, rule_label_value, NULL, "The taint's value.") \
	KEY(T, CHOICE, effect,            OPTIONAL, taint_effect, "all effects", "The taint's effect.") \
	KEY(T, NUMBER, tolerationSeconds, OPTIONAL, rule_seconds, "for ever", "How long NoExecute is borne.")

/* One kind of pod. */
#define PROFILE_ROLE_KEYS(KEY, T) \
	KEY(T, AMOUNT,  cpu,         OPTIONAL, rule_cpu,    "the framework's", "Cores for the pod: its request and its limit.") \
	KEY(T, AMOUNT,  memory,      OPTIONAL, rule_memory, "the framework's", "Memory for the pod: its request and its limit.") \
	KEY(T, AMOUNT,  storage,     OPTIONAL, rule_memory, "the framework's", "Space on the node's disk for what the pod writes: request and limit. Scratch volumes come on top.") \
	KEY(T, AMOUNT,  cpuLimit,    OPTIONAL, rule_cpu,    "cpu", "A limit above the request: the pod may use more while nobody else wants it.") \
	KEY(T, AMOUNT,  memoryLimit, OPTIONAL, rule_memory, "memory", "A limit above the request. The pod is ended first when the node runs short.") \
	KEY(T, AMOUNT,  sharedMemory, OPTIONAL, rule_memory, "the framework's", "Size of /dev/shm. What is in it counts as the pod's memory.") \
	KEY(T, BLOCK, gpu,         OPTIONAL, profile_gpu, "none", "GPUs for each pod.") \
	KEY(T, TEXT,  image,       OPTIONAL, rule_image,  "the profile's", "The image of these pods.") \
	KEY(T, TEXTS, command,     OPTIONAL, rule_word,   "the framework's", "The main process, instead of the framework's. Kubernetes expands $(NAME) in it, and takes $$ for one $.") \
	KEY(T, TEXTS, args,        OPTIONAL, rule_any,    NULL, "Arguments, after the framework's own; if command is given, too, instead of them. Kubernetes expands them as it does env, and knows all variables.") \
	KEY(T, PAIRS, env,         OPTIONAL, rule_env,    NULL, "Environment variables of these pods; they win over the profile's own env.") \
	KEY(T, LIST,  envFrom,     OPTIONAL, profile_env_from, NULL, "Environment variables out of secrets and config maps.") \
	KEY(T, LIST,  volumes,     OPTIONAL, profile_volume, NULL, "What is mounted beside the framework's own.") \
	KEY(T, TEXTS_OR_BLOCK, packages, OPTIONAL, profile_packages, NULL, "Packages for these pods beside the profile's own: a list, or a map with the name of a file.") \
	KEY(T, PAIRS, nodeSelector, OPTIONAL, rule_labels, NULL, "Labels a node has to have.") \
	KEY(T, LIST,  tolerations, OPTIONAL, profile_toleration, NULL, "Taints of nodes that don't keep these pods away.") \
	KEY(T, CHOICE, spread,      OPTIONAL, spread, "preferred, for workers; none, for others", "Whether these pods go to different nodes.") \
	KEY(T, TEXT,  priorityClass, OPTIONAL, rule_object_name, "the cluster's default", "How important they are to the scheduler.") \
	KEY(T, TEXT,  runtimeClass, OPTIONAL, rule_object_name, "the cluster's default", "Which container runtime runs them.") \
	KEY(T, NUMBER, runAsUser,  OPTIONAL, rule_uid, "the framework's", "The user's number. It has the name that the framework's definition gives its user, or the framework's own.") \
	KEY(T, NUMBER, runAsGroup, OPTIONAL, rule_gid, "the framework's", "Its group's number.") \
	KEY(T, NUMBER, fsGroup,    OPTIONAL, rule_gid, "runAsGroup", "The group that owns volumes. The first pod that mounts a claim gives all its files to this group, with group read and write permission; later starts only look at the claim's root directory. NFS and most other shared storage is left as it is.") \
	KEY(T, TEXTS, supplementalGroups, OPTIONAL, rule_gid_text, NULL, "Further groups, by number.") \
	KEY(T, TRUTH, readOnlyRoot, OPTIONAL, rule_truth, "true", "Whether the image's files can't be changed.") \
	KEY(T, NUMBER, stopGrace,  OPTIONAL, rule_seconds, "the framework's", "Seconds a pod gets to hand its work back before it is ended.")

#define PROFILE_WORKER_KEYS(KEY, T) \
	KEY(T, NUMBER, count,  OPTIONAL, rule_count, "1", "How many workers. One is enough to try things; more is for work that needs it.") \
	PROFILE_ROLE_KEYS(KEY, T)

#define PROFILE_GROUP_KEYS(KEY, T) \
	KEY(T, TEXT,   name,  REQUIRED, rule_group_name, NULL, "What the group is called.") \
	KEY(T, NUMBER, count, OPTIONAL, rule_count, "1", "How many workers it has.") \
	PROFILE_ROLE_KEYS(KEY, T)

/* A file for all pods. */
#define PROFILE_FILE_KEYS(KEY, T) \
	KEY(T, TEXT, path,    REQUIRED, rule_path, NULL, "Where it is mounted.") \
	KEY(T, TEXT, content, OPTIONAL, rule_any, NULL, "What is in it.") \
	KEY(T, TEXT, from,    OPTIONAL, rule_file_path, NULL, "The file it is, byte for byte, relative to this profile and inside its directory; instead of content.") \
	KEY(T, TEXT, mode,    OPTIONAL, rule_file_mode, "0644", "Its permissions.")

/* Where pods may connect to, beside their own cluster's: one of cidr and namespace. */
#define PROFILE_EGRESS_KEYS(KEY, T) \
	KEY(T, TEXT,  cidr,      OPTIONAL, rule_network, NULL, "Addresses, mostly outside the Kubernetes cluster. 0.0.0.0/0 is all of IPv4, ::/0 all of IPv6.") \
	KEY(T, TEXTS, except,    OPTIONAL, rule_network, NULL, "Parts of cidr that stay forbidden.") \
	KEY(T, TEXT,  namespace, OPTIONAL, rule_namespace, NULL, "A namespace, all of whose pods may be connected to.") \
	KEY(T, TEXTS, ports,     OPTIONAL, rule_ports, "all ports", "Only these ports, of TCP unless another protocol follows. They are the pods' ports, where a Service's differ.")

#define PROFILE_NETWORK_KEYS(KEY, T) \
	KEY(T, CHOICE, isolation, OPTIONAL, isolation, "cluster", "Who may connect: this cluster's own pods, all pods of the namespace, or everybody.") \
	KEY(T, TEXTS, allowFrom, OPTIONAL, rule_namespace, NULL, "Namespaces whose pods may connect as well.") \
	KEY(T, WORD_OR_LIST, egress, OPTIONAL, profile_egress, "what the namespace allows: the cluster's policy limits nothing", "Where pods may connect to: cluster is the cluster's own pods and DNS, a list is what it names as well.")

#define PROFILE_PORT_KEYS(KEY, T) \
	KEY(T, TEXT,   name,     REQUIRED, rule_port_name, NULL, "A port of the framework, which is moved, or a new name, which is added to the head.") \
	KEY(T, NUMBER, port,     REQUIRED, rule_port, NULL, "The port's number, everywhere it is used.") \
	KEY(T, CHOICE, protocol, OPTIONAL, protocol, "TCP", "The transport protocol.") \
	KEY(T, TEXT,   title,    OPTIONAL, rule_line, "the framework's, or the name", "What the manager calls the port.") \
	KEY(T, TRUTH,  web,      OPTIONAL, rule_truth, "the framework's, or false", "Whether a browser can open it: the manager's port-forward then prints its address.")

/* Where the output of a job's pods is kept. */
#define PROFILE_LOGS_KEYS(KEY, T) \
	KEY(T, TEXT, claim, REQUIRED, rule_claim, NULL, "A claim that exists already. All pods of the job write to it, so it has to be ReadWriteMany if they run on several nodes.") \
	KEY(T, TEXT, path,  OPTIONAL, rule_sub_path, "the cluster's name", "A directory in the claim. It is created if it is missing.")

#define PROFILE_JOB_KEYS(KEY, T) \
	KEY(T, TEXT,   program,      REQUIRED, rule_job_program, NULL, "The program: a text file beside this profile, which goes along, or an absolute path in the head's pod.") \
	KEY(T, TEXT,   directory,    OPTIONAL, rule_file_path, "only the program", "A directory beside this profile. Its files are on every pod, in /opt/job, which is on PYTHONPATH. Hidden files and __pycache__ are left out.") \
	KEY(T, TEXTS,  args,         OPTIONAL, rule_any, NULL, "Arguments of the program, passed unchanged.") \
	KEY(T, AMOUNT, startTimeout, OPTIONAL, rule_idle, "20m, or half of lifetime if that is less", "All workers have to be there within this time of the head's start, or the job fails with exit code 124.") \
	KEY(T, NUMBER, retries,      OPTIONAL, rule_retries, "0", "How often the program is run again after it failed.") \
	KEY(T, AMOUNT, keep,         OPTIONAL, rule_idle, "1d", "How long the finished Job stays, with its status and the log of its head.") \
	KEY(T, BLOCK,  logs,         OPTIONAL, profile_logs, "none", "Keep the output of every pod in a claim, too. It survives the job.") \
	KEY(T, TEXT,   schedule,     OPTIONAL, rule_schedule, "run once", "Run it again and again: minute, hour, day of the month, month, day of the week, as in crontab.") \
	KEY(T, TEXT,   timeZone,     OPTIONAL, rule_time_zone, "Etc/UTC", "The time zone of schedule.")

/* Code for all pods: a directory, or a commit of a repository. */
#define PROFILE_CODE_KEYS(KEY, T) \
	KEY(T, TEXT,   directory, OPTIONAL, rule_file_path, NULL, "A directory beside this profile; its files go along in the cluster's config map, which holds 1 MiB. Hidden files and __pycache__ are left out.") \
	KEY(T, TEXT,   git,       OPTIONAL, rule_git, NULL, "The repository to fetch from, when a pod starts: an address with https, http, ssh or git.") \
	KEY(T, TEXT,   ref,       OPTIONAL, rule_git_ref, NULL, "The commit, with all its digits, as `git rev-parse HEAD` prints it. A branch or a tag is a warning: a pod that starts later may get other code.") \
	KEY(T, TEXT,   path,      OPTIONAL, rule_sub_path, "all of the repository", "A directory of the repository.") \
	KEY(T, TEXT,   secret,    OPTIONAL, rule_object_name, "none: the repository is public", "A Secret that is there already, with the keys username and password (or token), or ssh-privatekey and known_hosts. ca.crt is trusted, too.") \
	KEY(T, TEXT,   image,     OPTIONAL, rule_image, "the pods' own", "An image with git that fetches the code, if the pods' image has none.") \
	KEY(T, AMOUNT, size,      OPTIONAL, rule_memory, "1Gi", "Space on the node's disk for the code of each pod.")

#define PROFILE_KEYS(KEY, T) \
	KEY(T, TEXT,  name,            REQUIRED, rule_cluster_name, NULL, "The cluster's name; all its objects are called after it.") \
	KEY(T, TEXT,  framework,       REQUIRED, rule_framework, NULL, "A built-in framework (see `clusterc frameworks`), or the path of a definition, relative to this file.") \
	KEY(T, TEXT,  site,            OPTIONAL, rule_site, "none", "The shared cluster this is for: a built-in site (see `clusterc sites`), or the path of its description, relative to this file.") \
	KEY(T, TEXT,  namespace,       OPTIONAL, rule_namespace, "what kubectl's context says", "The namespace all objects go to.") \
	KEY(T, TEXT,  image,           OPTIONAL, rule_image, "the framework's", "The container image of all pods.") \
	KEY(T, CHOICE, imagePullPolicy, OPTIONAL, pull_policy, "IfNotPresent", "When nodes pull the image.") \
	KEY(T, TEXTS, imagePullSecrets, OPTIONAL, rule_object_name, NULL, "Secrets that open a private registry.") \
	KEY(T, AMOUNT,  lifetime,        OPTIONAL, rule_lifetime, "until it is deleted", "After so long the cluster removes itself, whatever it is doing.") \
	KEY(T, AMOUNT,  idle,            OPTIONAL, rule_idle, "never", "After so long without work the cluster removes itself.") \
	KEY(T, BLOCK, job,             OPTIONAL, profile_job, "none: the cluster waits for programs", "A program to run. The cluster starts, runs it, and ends with it. It needs a lifetime.") \
	KEY(T, BLOCK, code,            OPTIONAL, profile_code, "none", "Code that is on every pod, in /opt/code: a directory beside this profile, or a commit of a git repository. Programs and workers can import from it.") \
	KEY(T, BLOCK, head,            OPTIONAL, profile_role, "the framework's", "The pod that leads the cluster.") \
	KEY(T, BLOCK, worker,          OPTIONAL, profile_worker, "the framework's", "The pods that do the work.") \
	KEY(T, LIST,  groups,          OPTIONAL, profile_group, NULL, "Further kinds of workers, each with a name: some with GPUs, say, and some without.") \
	KEY(T, BLOCK, notebook,        OPTIONAL, profile_role, "none", "A JupyterLab beside the head, whose programs run on the cluster. Written as {} it is as large as the framework says.") \
	KEY(T, LIST,  ports,           OPTIONAL, profile_port, "the framework's", "Ports to move or to add.") \
	KEY(T, PAIRS, env,             OPTIONAL, rule_env, NULL, "Environment variables of all pods. Kubernetes expands each value: $(NAME) is the variable of that name, if it is set before this one or comes out of envFrom, and $$ is one $.") \
	KEY(T, PAIRS, config,          OPTIONAL, rule_settings, NULL, "The framework's own settings; they win over the definition's. In a settings file of YAML, numbers, true and false stay such; write text that looks like one in quotes.") \
	KEY(T, LIST,  files,           OPTIONAL, profile_file, NULL, "Files for all pods; 1 MiB in all.") \
	KEY(T, TEXTS_OR_BLOCK, packages, OPTIONAL, profile_packages, NULL, "Packages that are installed when a pod starts, beside what the image has: a list, or {from: requirements.txt}. Write versions: pods that start on different days may get different ones otherwise.") \
	KEY(T, TEXTS, notSecret,       OPTIONAL, rule_word, NULL, "What looks like a secret, and isn't: variables, settings and options by their names, files by their paths. Everybody who reads the manifest reads them.") \
	KEY(T, TEXT,  queue,           OPTIONAL, rule_label, NULL, "Kueue's local queue, on clusters that admit work through it.") \
	KEY(T, TEXT,  serviceAccount,  OPTIONAL, rule_object_name, "one is made, without a token", "A service account that is there already.") \
	KEY(T, BLOCK, network,         OPTIONAL, profile_network, NULL, "Who may connect to the cluster's pods, and where these may connect to.") \
	KEY(T, PAIRS, labels,          OPTIONAL, rule_labels, NULL, "Labels for all objects and pods.") \
	KEY(T, PAIRS, annotations,     OPTIONAL, rule_annotations, NULL, "Annotations for all objects and pods.")

/* What a starter shows of keys whose value neither the definition nor a rule's example can give. */
#define PROFILE_SAMPLES(SAMPLE) \
	SAMPLE(site, "./sites/mine.yaml") \
	SAMPLE(imagePullSecrets, "[registry]") \
	SAMPLE(job, "{program: /opt/app/count.py}") \
	SAMPLE(code, "{directory: code}") \
	SAMPLE(groups, "[{name: more, count: 1}]") \
	SAMPLE(files, "[{path: /opt/hello.txt, content: hello}]") \
	SAMPLE(packages, "[pandas==2.3.3]") \
	SAMPLE(notSecret, "[CSRF_TOKEN]") \
	SAMPLE(queue, "team-queue") \
	SAMPLE(serviceAccount, "my-account") \
	SAMPLE(network, "{isolation: cluster}") \
	SAMPLE(sharedMemory, "256Mi") \
	SAMPLE(command, "[sh, -c, exec my-program]") \
	SAMPLE(args, "[--verbose]") \
	SAMPLE(envFrom, "[{secret: my-secret}]") \
	SAMPLE(volumes, "[{name: home, path: /home/me, claim: home-nfs}]") \
	SAMPLE(tolerations, "[{key: example.org/team, operator: Exists}]") \
	SAMPLE(priorityClass, "low") \
	SAMPLE(runtimeClass, "gvisor")

/* clang-format on */

BLOCK_STRUCT(profile_claim, PROFILE_CLAIM_KEYS)
BLOCK_STRUCT(profile_ephemeral, PROFILE_EPHEMERAL_KEYS)
BLOCK_STRUCT(profile_nfs, PROFILE_NFS_KEYS)
BLOCK_STRUCT(profile_volume, PROFILE_VOLUME_KEYS)
BLOCK_STRUCT(profile_gpu, PROFILE_GPU_KEYS)
BLOCK_STRUCT(profile_packages, PROFILE_PACKAGES_KEYS)
BLOCK_STRUCT(profile_env_from, PROFILE_ENV_FROM_KEYS)
BLOCK_STRUCT(profile_toleration, PROFILE_TOLERATION_KEYS)
BLOCK_STRUCT(profile_role, PROFILE_ROLE_KEYS)
BLOCK_STRUCT(profile_worker, PROFILE_WORKER_KEYS)
BLOCK_STRUCT(profile_group, PROFILE_GROUP_KEYS)
BLOCK_STRUCT(profile_port, PROFILE_PORT_KEYS)
BLOCK_STRUCT(profile_file, PROFILE_FILE_KEYS)
BLOCK_STRUCT(profile_egress, PROFILE_EGRESS_KEYS)
BLOCK_STRUCT(profile_network, PROFILE_NETWORK_KEYS)
BLOCK_STRUCT(profile_logs, PROFILE_LOGS_KEYS)
BLOCK_STRUCT(profile_job, PROFILE_JOB_KEYS)
BLOCK_STRUCT(profile_code, PROFILE_CODE_KEYS)
BLOCK_STRUCT(profile, PROFILE_KEYS)

#endif
