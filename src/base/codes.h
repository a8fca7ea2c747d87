/* codes: every diagnostic the compiler can make, once.
 *
 * CODE(identifier, name, severity, meaning): the name is what stands in brackets behind a
 * message and what -Wno-NAME takes; the meaning is the first thing `clusterc explain NAME` says. The
 * rest stands in docs/diagnostics/NAME.md: why it matters, what gives it, what to write instead. */
#ifndef CLUSTERC_CODES_H
#define CLUSTERC_CODES_H

/* clang-format off */
#define CODES(CODE) \
	/* Reading bytes. */ \
	CODE(UNREADABLE, "unreadable", FATAL, \
	     "A file can't be opened or read. This is the machine's fault or the path's, not the profile's: " \
	     "the exit status is 3.") \
	CODE(TOO_LARGE, "too-large", ERROR, "A file may have 1 MiB (1,048,576 bytes) at most.") \
	CODE(NOT_UTF8, "not-utf8", ERROR, "Files are UTF-8 (RFC 3629). A byte order mark of UTF-8 is allowed; UTF-16 and UTF-32 are not.") \
	CODE(CONTROL_CHARACTER, "control-character", ERROR, "A NUL character stands in the file, or is written as an escape in a quoted string. No value may hold one.") \
	CODE(UNWRITABLE, "unwritable", FATAL, \
	     "An output can't be written. Each file is what it was before, or new, and whole. The exit status is 3.") \
	/* Making the tree. */ \
	CODE(SYNTAX, "syntax", ERROR, "The file isn't YAML. The parser stops at the first such place, so there may be more behind it.") \
	CODE(EMPTY, "empty", ERROR, "The file holds no document.") \
	CODE(TOO_DEEP, "too-deep", ERROR, "Maps and lists may be nested 64 deep.") \
	CODE(TOO_MANY_NODES, "too-many-nodes", ERROR, "A file may hold 100,000 keys, values and list items, counted after aliases are expanded.") \
	CODE(DUPLICATE_KEY, "duplicate-key", ERROR, "A map has the same key twice. Most readers silently take the last one.") \
	CODE(KEY_NOT_TEXT, "key-not-text", ERROR, "A key of a map is itself a map or a list.") \
	CODE(UNKNOWN_ALIAS, "unknown-alias", ERROR, "An alias (*name) stands for an anchor (&name) that isn't there, isn't complete yet, or comes later.") \
	CODE(TOO_MANY_ANCHORS, "too-many-anchors", ERROR, "A file may define 1,000 anchors.") \
	CODE(MERGE_KEY, "merge-key", ERROR, "Merge keys (<<) belong to YAML 1.1 only and are read differently by different programs. Write the keys out.") \
	CODE(TAG, "tag", ERROR, "Only the core tags !!str, !!int, !!bool, !!float, !!null, !!map and !!seq are known, each on a value that fits it.") \
	CODE(BAD_EDIT, "bad-edit", ERROR, "What --set says isn't PATH=VALUE, or its path, or a column's of --each, leads nowhere.") \
	CODE(BAD_ROSTER, "bad-roster", ERROR, "The file of --each isn't CSV (RFC 4180) with one row of keys and then one row for each cluster, or has more than 10,000 of these, or more than 100 columns.") \
	/* Checking keys and values. */ \
	CODE(UNKNOWN_KEY, "unknown-key", ERROR, "The key isn't one of those that may stand here.") \
	CODE(MISSING_KEY, "missing-key", ERROR, "A key that has no default is missing.") \
	CODE(MISSING_VALUE, "missing-value", ERROR, "A key stands without a value (or with null or ~).") \
	CODE(WRONG_TYPE, "wrong-type", ERROR, "The value is of another type than the key takes: text, number, true or false, map or list.") \
	CODE(BAD_VALUE, "bad-value", ERROR, "The value is of the right type, but not of the right form.") \
	CODE(OUT_OF_RANGE, "out-of-range", ERROR, "The number is smaller or larger than what may stand here.") \
	CODE(TOO_MANY_ENTRIES, "too-many-entries", ERROR, "A list, or a map with free keys, may have 1,000 entries.") \
	CODE(DUPLICATE_NAME, "duplicate-name", ERROR, "Two entries of a list have the same name.") \
	CODE(UNKNOWN_VARIABLE, "unknown-variable", ERROR, "A framework definition uses a ${variable} that isn't known, or not known at that place.") \
	CODE(UNKNOWN_REFERENCE, "unknown-reference", ERROR, "A framework definition speaks of a port, a secret or a role that it doesn't have.") \
	CODE(CONFLICTING_KEYS, "conflicting-keys", ERROR, "Keys that exclude or need each other, or contradict each other.") \
	CODE(MOUNT_CLASH, "mount-clash", ERROR, "Two things would be mounted at the same path of a pod.") \
	/* What only shows when everything is put together. */ \
	CODE(UNKNOWN_FRAMEWORK, "unknown-framework", ERROR, "The framework is neither built in nor a path to a definition.") \
	CODE(NAME_TOO_LONG, "name-too-long", ERROR, "A name that is derived from the cluster's name would be longer than Kubernetes allows for it.") \
	CODE(PORT_CLASH, "port-clash", ERROR, "Two ports of one pod have the same number and protocol.") \
	CODE(RESERVED_PORT, "reserved-port", ERROR, "The port is in a range from which the framework itself gives ports to its processes.") \
	CODE(MEMORY_TOO_SMALL, "memory-too-small", ERROR, "The framework doesn't start with so little memory.") \
	CODE(UNREADABLE_FILE, "unreadable-file", ERROR, "A file that the profile names can't be read, or lies outside the profile's directory.") \
	CODE(FILES_TOO_LARGE, "files-too-large", ERROR, "The files have more than 1 MiB (1,048,576 bytes) together, those of the framework included; they become a config map, which holds no more.") \
	CODE(ARGUMENT_TOO_LONG, "argument-too-long", ERROR, "Linux starts no process with an argument or an environment variable of more than 131,071 bytes.") \
	CODE(ANNOTATIONS_TOO_LARGE, "annotations-too-large", ERROR, "The annotations have more than 252 KiB (258,048 bytes) together, names included. Kubernetes takes 256 KiB for an object, and the rest is for its own and the compiler's.") \
	CODE(UNKNOWN_SITE, "unknown-site", ERROR, "The site is neither built in nor a path to a description.") \
	CODE(TEMPLATE_SITE, "template-site", ERROR, "The profile names a site that is only there to be copied: its registry and its limits are nobody's.") \
	CODE(SITE_LIMIT, "site-limit", ERROR, "The profile asks for something that the site it names doesn't allow.") \
	CODE(SITE_LABEL, "site-label", ERROR, "The site wants a label that the profile doesn't set.") \
	CODE(SITE_GPU_CLASS, "site-gpu-class", ERROR, "On this site a GPU is of a class, which the pods that have one say in a label. The profile doesn't name one, or one that isn't there.") \
	CODE(TOO_NEW, "too-new", ERROR, "The profile asks for something that the site's Kubernetes is too old for.") \
	CODE(LIMIT_BELOW_REQUEST, "limit-below-request", ERROR, "A pod's limit is smaller than what it asks for.") \
	CODE(SHARED_MEMORY_TOO_LARGE, "shared-memory-too-large", ERROR, "What is in /dev/shm counts as the pod's memory, and would take all of it.") \
	CODE(NO_GPU_HERE, "no-gpu-here", ERROR, "The role computes nothing that would use a GPU.") \
	CODE(GPU_NOT_FOUND, "gpu-not-found", ERROR, "The framework looks for the GPUs of its pods itself, and doesn't find these, or not so many of them.") \
	CODE(LITERAL_SECRET, "literal-secret", ERROR, "A variable, a setting, a file or an argument looks like a secret, by its name or by its value, and stands in the profile. It would stand in the manifest, in the repository, and in what everybody with a view on the namespace can read.") \
	CODE(NO_IDLE, "no-idle", ERROR, "The profile wants the cluster to end when it has no work, and the framework's definition doesn't say how that is told.") \
	CODE(JOB_PROGRAM, "job-program", ERROR, "The program of a job isn't among the files that go along.") \
	CODE(JOB_TOO_MANY_FILES, "job-too-many-files", ERROR, "The directory of a job, or of code, has more than 200 files.") \
	CODE(CODE_NOT_PINNED, "code-not-pinned", WARNING, "The code of a profile is fetched by the name of a branch or a tag, or by a part of a commit's name. Pods that start at different times may get different code.") \
	CODE(JOB_WITHOUT_SUBMIT, "job-without-submit", ERROR, "The framework's definition doesn't say how a program is run, or how the workers are counted.") \
	CODE(JOB_WITHOUT_LIFETIME, "job-without-lifetime", ERROR, "The profile has a job and no lifetime. A program that hangs would hold its pods for ever.") \
	CODE(JOB_START_TIMEOUT, "job-start-timeout", ERROR, "The job's lifetime is over before its workers have to be there.") \
	CODE(JOB_RETRIES, "job-retries", ERROR, "The framework can't run a program a second time on the same cluster.") \
	CODE(JOB_AND_IDLE, "job-and-idle", ERROR, "The profile has a job and idle. A job ends with its program, busy or not.") \
	CODE(JOB_AND_NOTEBOOK, "job-and-notebook", ERROR, "The profile has a job and a notebook. A job ends with its program, whoever uses the notebook.") \
	CODE(SCHEDULE_NEEDS_ONE_JOB, "schedule-needs-one-job", ERROR, "A schedule makes one Job at a time, and the pods of this job can't be of one Job.") \
	CODE(NO_NOTEBOOK, "no-notebook", ERROR, "The profile asks for a notebook, and the framework's definition has none.") \
	CODE(IMAGE_LACKS, "image-lacks", ERROR, "The framework's default image lacks something that the profile asks for. An image that has it can be built from a folder of this project.") \
	CODE(SETTING_TOO_LARGE, "setting-too-large", ERROR, "A setting asks for more than the pods have. The framework would wait for it for ever, or be ended for it.") \
	CODE(SETTING_REFUSED, "setting-refused", ERROR, "A setting or an environment variable that the cluster itself decides. Another value would take the cluster apart.") \
	CODE(RESERVED_VARIABLE, "reserved-variable", ERROR, "The environment variable is one the compiler sets in every pod.") \
	CODE(RESERVED_LABEL, "reserved-label", ERROR, "The label or annotation is one that the compiler or Kubernetes sets itself, or that says what confines the pods.") \
	CODE(RESERVED_NAME, "reserved-name", ERROR, "The cluster would make a service account that every namespace has already: its default.") \
	CODE(RESERVED_NAMESPACE, "reserved-namespace", ERROR, "Namespaces that begin with kube- belong to Kubernetes.") \
	CODE(TOO_MUCH, "too-much", ERROR, "What a file makes may take 40 MiB of memory while it is compiled: some hundred clusters, or a few very large ones.") \
	CODE(DUPLICATE_CLUSTER, "duplicate-cluster", ERROR, "Two profiles of one file or of one run, or two rows of a roster, have the same name; their outputs would overwrite each other, and so would their clusters.") \
	CODE(OVERWRITES_INPUT, "overwrites-input", ERROR, "An output file would be written over the profile it is made from.") \
	CODE(FOREIGN_FILE, "foreign-file", ERROR, "An output file would be written over a file that clusterc didn't write.") \
	CODE(DEFAULT_NAMESPACE, "default-namespace", WARNING, "The namespace is 'default', where on a shared cluster nobody's work belongs.") \
	CODE(IMAGE_TAG, "image-tag", WARNING, "The image has no tag, or :latest: what runs then depends on the day. A tag that says a version, or a digest, doesn't.") \
	CODE(IMAGE_GROUP, "image-group", WARNING, "In the framework's default image, only the image's user and one group can read what runs. The pods run as another user, outside that group.") \
	CODE(GPU_LIFETIME, "gpu-lifetime", WARNING, "The cluster has GPUs and no lifetime: forgotten, it holds them for ever.") \
	CODE(MANY_WORKERS, "many-workers", WARNING, "The cluster has more than four workers. On a shared cluster that is much.") \
	CODE(MANY_CORES, "many-cores", WARNING, "A pod asks for 256 cores or more: thousandths of a core are written with m (2000m).") \
	CODE(DECIMAL_UNIT, "decimal-unit", WARNING, "A size is written with k, M, G or T, which count in thousands. Most frameworks, and most people, mean Ki, Mi, Gi or Ti, which are larger.") \
	CODE(NFS_VOLUME, "nfs-volume", WARNING, "NFS volumes aren't among those that the restricted Pod Security Standard allows.") \
	CODE(CLAIM_DIRECTORY, "claim-directory", WARNING, "Something is mounted in a directory inside a claim or an NFS volume that exists already. If the directory isn't there, the container runtime creates it as root.") \
	CODE(OPEN_NETWORK, "open-network", WARNING, "With isolation none no network policy keeps anybody out: whoever reaches the pods reaches the framework, and many frameworks run what anybody sends them.") \
	CODE(GPU_IMAGE, "gpu-image", WARNING, "The pods get GPUs, and the framework's default image lacks the libraries to use them.") \
	CODE(GPU_UNUSED, "gpu-unused", WARNING, "The pods get GPUs, but the framework's definition doesn't say what the framework has to be told of them.") \
	CODE(CPU_TOO_SMALL, "cpu-too-small", WARNING, "With so little CPU the framework's own processes may not get up in the time that they give each other.") \
	CODE(FEW_CORES, "few-cores", WARNING, "The framework runs one process for each GPU of a pod, and the pod has fewer cores than that.") \
	CODE(SETTING_IGNORED, "setting-ignored", WARNING, "A setting or an environment variable that has no effect in such a cluster. The framework's definition knows it, because people set it elsewhere.") \
	CODE(DOUBLE_DOLLAR, "double-dollar", WARNING, "Kubernetes takes $$ in variables, commands and arguments for one $.") \
	CODE(NOT_EXPANDED, "not-expanded", WARNING, "A variable's value speaks of another one as $(NAME), which isn't set there, or only later. Kubernetes then leaves $(NAME) as it is.") \
	CODE(ONE_NODE_CLAIM, "one-node-claim", WARNING, "Several pods share a claim of access mode ReadWriteOnce, which may be used on one node at a time. On other nodes pods wait for ever.") \
	CODE(HIDDEN_PROGRAM, "hidden-program", WARNING, "A volume is mounted over the directory from which the framework's program is started.") \
	CODE(SIMILAR_PORT, "similar-port", WARNING, "A new port is called nearly as one of the framework's is.") \
	CODE(IDLE_UNUSED, "idle-unused", WARNING, "The cluster's lifetime is over before it can have been idle for so long.") \
	CODE(QUEUED_APART, "queued-apart", WARNING, "The queue admits the parts of the cluster one by one, so its head may hold what its workers wait for.") \
	CODE(BAD_INTERPRETER, "bad-interpreter", WARNING, "A script's first line can't be read by Linux: it ends with a carriage return, as Windows writes lines, or a byte order mark stands before it.") \
	CODE(NEWER_KUBERNETES, "newer-kubernetes", WARNING, "The site has a newer release of Kubernetes than the output has been checked against.") \
	CODE(GPU_PRODUCT, "gpu-product", WARNING, "The GPU's product isn't one that nodes are labelled with. Pods that ask for a label which no node has wait for ever.") \
	CODE(ENV_OVERRIDE, "env-override", WARNING, "An environment variable that the framework's definition sets, or PATH, which the image sets, is set again in the profile. The profile's value is taken.") \
	/* The compiler's own faults. */ \
	CODE(INTERNAL, "internal", FATAL, "The compiler contradicts itself. This is a defect of clusterc: please report it with the input.")
/* clang-format on */

#endif
