/* framework: the language of definitions, which say as data how a framework runs. */
#ifndef CLUSTERC_FRAMEWORK_H
#define CLUSTERC_FRAMEWORK_H

#include "base/diag.h"
#include "front/node.h"
#include "language/choices.h"
#include "language/schema.h"

/* clang-format off */

/* A named share of the memory that is left after `reserve`. */
#define FRAMEWORK_SHARE_KEYS(KEY, T) \
	KEY(T, TEXT,   name,    REQUIRED, rule_label,   NULL, "The share's name: ${memory.NAME.mib} is its size.") \
	KEY(T, NUMBER, percent, REQUIRED, rule_percent, NULL, "Its part of what is left of the pod's memory after reserve.") \
	KEY(T, TRUTH,  shared,  OPTIONAL, rule_truth,   "false", "Whether it lives in /dev/shm: a volume in memory, a quarter larger than the share, is mounted there.") \
	KEY(T, TEXT,   doc,     OPTIONAL, rule_line,    NULL, "What it is for.")

#define FRAMEWORK_BUDGET_KEYS(KEY, T) \
	KEY(T, AMOUNT, minimum, REQUIRED, rule_memory, NULL, "With less than this the role doesn't start.") \
	KEY(T, AMOUNT, perCore, OPTIONAL, rule_memory, "none", "What each core needs beside reserve, where that comes to more than minimum.") \
	KEY(T, AMOUNT, reserve, OPTIONAL, rule_memory, "none", "What the role's own daemon needs, before shares are taken.") \
	KEY(T, LIST, shares,  OPTIONAL, framework_share, NULL, "Who may take how much of the rest. What they leave is for everything uncounted.")

/* A program that is started as several processes. */
#define FRAMEWORK_PROCESSES_KEYS(KEY, T) \
	KEY(T, CHOICE, each,    REQUIRED, process_place, NULL, "core: one process for each core of the pod. pod: one process. In pods with GPUs it is one for each GPU, whatever is said here.") \
	KEY(T, TEXT,   setting, OPTIONAL, rule_setting_name, NULL, "The setting or environment variable with which a profile chooses another number. What isn't a number is the framework's business.")

/* A question the kubelet asks a container: over HTTP, or by a command's exit code. */
#define FRAMEWORK_PROBE_KEYS(KEY, T) \
	KEY(T, TEXT,   path,     OPTIONAL, rule_address_path, NULL, "Asks with an HTTP GET of this path; needs port.") \
	KEY(T, TEXT,   port,     OPTIONAL, rule_port_name, NULL, "The name of the port that is asked; without path it only has to accept a connection.") \
	KEY(T, TEXTS,  command,  OPTIONAL, rule_template_exec, NULL, "Asks by running this in the container; 0 means well.") \
	KEY(T, NUMBER, period,   OPTIONAL, rule_seconds, "10", "Seconds between two questions.") \
	KEY(T, NUMBER, timeout,  OPTIONAL, rule_seconds, "1", "Seconds an answer may take.") \
	KEY(T, NUMBER, failures, OPTIONAL, rule_seconds, "3", "So many bad answers in a row count.")

/* GPUs that the framework's own programs find in a pod, by what the resource is called. */
#define FRAMEWORK_RESOURCE_KEYS(KEY, T) \
	KEY(T, TEXT,   name,   REQUIRED, rule_setting_name, NULL, "A resource; with * at its end, all that begin so. The first that fits counts.") \
	KEY(T, NUMBER, atMost, OPTIONAL, rule_gpu_count, "any number", "How many of it are found in a pod.")

#define FRAMEWORK_DISCOVERY_KEYS(KEY, T) \
	KEY(T, TEXT,  by,        REQUIRED, rule_line, NULL, "What tells the framework its GPUs, in words: nvidia-smi.") \
	KEY(T, TEXTS, settings,  OPTIONAL, rule_setting_name, NULL, "Settings that name another way. Where a profile has one of them, nothing is checked.") \
	KEY(T, LIST,  resources, REQUIRED, framework_resource, NULL, "What is found. A profile that asks for another resource, or for more of one, is an error.")

/* What is added where the profile gives the role's pods GPUs. */
#define FRAMEWORK_GPU_KEYS(KEY, T) \
	KEY(T, TEXTS, args,   OPTIONAL, rule_template, NULL, "Arguments, behind the role's own.") \
	KEY(T, PAIRS, env,    OPTIONAL, rule_template_env, NULL, "Environment; it wins over the role's own.") \
	KEY(T, PAIRS, config, OPTIONAL, rule_template_settings, NULL, "Settings, for the file that `config` is; of workers only.") \
	KEY(T, BLOCK, discovery, OPTIONAL, framework_discovery, "any GPU does", "How the framework finds the GPUs of a pod, where it looks for them itself.") \
	KEY(T, TEXT,  lacks,  OPTIONAL, rule_line, NULL, "What the default image lacks to use GPUs: a profile that gives them to its pods and names no image gets a warning.") \
	KEY(T, TEXT,  instead, OPTIONAL, rule_line, "image: ...", "What to write instead.")

#define FRAMEWORK_ROLE_KEYS(KEY, T) \
	KEY(T, TEXT,   term,      REQUIRED, rule_label, NULL, "What the framework calls this role.") \
	KEY(T, TEXTS,  command,   REQUIRED, rule_template_word, NULL, "The program that runs, in the foreground, as the pod's main process.") \
	KEY(T, TEXTS,  args,      OPTIONAL, rule_template, NULL, "Its arguments.") \
	KEY(T, PAIRS,  env,       OPTIONAL, rule_template_env, NULL, "Environment of this role only.") \
	KEY(T, AMOUNT,   cpu,       REQUIRED, rule_cpu, NULL, "Cores, where the profile doesn't say.") \
	KEY(T, AMOUNT,   cpuMinimum, OPTIONAL, rule_cpu, "none", "With less than this the role may not start, because it gives itself only so much time. What a profile says is a warning then, unless its cpuLimit is enough.") \
	KEY(T, AMOUNT,   memory,    REQUIRED, rule_memory, NULL, "Memory, where the profile doesn't say.") \
	KEY(T, AMOUNT,   storage,   REQUIRED, rule_memory, NULL, "Space on the node's disk, for all writable paths together.") \
	KEY(T, BLOCK,  budget,    REQUIRED, framework_budget, NULL, "How the memory is divided.") \
	KEY(T, BLOCK,  processes, OPTIONAL, framework_processes, "one", "How many processes of a program run in a pod: ${processes} is their number, ${threads} what each has of the pod's cores. A profile with more GPUs than cores in a pod gets a warning.") \
	KEY(T, TEXTS,  writable,  OPTIONAL, rule_path, NULL, "Directories that are written to; everything else is read-only.") \
	KEY(T, BLOCK,  startup,   OPTIONAL, framework_probe, NULL, "Asked until it is well for the first time; the others wait for it.") \
	KEY(T, BLOCK,  readiness, OPTIONAL, framework_probe, NULL, "Whether the pod takes part in the work.") \
	KEY(T, BLOCK,  liveness,  OPTIONAL, framework_probe, NULL, "Whether the container has to be started again.") \
	KEY(T, TEXTS,  drain,     OPTIONAL, rule_template_exec, NULL, "Run before the container is stopped, so that work is handed over.") \
	KEY(T, NUMBER, stopGrace, OPTIONAL, rule_seconds, "30", "Seconds between the wish to stop and the end, drain included.") \
	KEY(T, BLOCK,  gpu,       OPTIONAL, framework_gpu, NULL, "What is added where these pods have GPUs. Heads and notebooks may have some only where it is there: {} is enough.") \
	KEY(T, TEXT,   lacks,     OPTIONAL, rule_line, NULL, "What the default image lacks for this role: a profile that asks for the role then has to name an image, unless packages supply it.") \
	KEY(T, TEXTS,  packages,  OPTIONAL, rule_profile_packages_text, NULL, "Packages that supply what the default image lacks, with their versions. They are installed in these pods where they run the default image.")

#define FRAMEWORK_PORT_KEYS(KEY, T) \
	KEY(T, TEXT,   name,  REQUIRED, rule_port_name, NULL, "The port's name: ${port.NAME} is its number.") \
	KEY(T, TEXT,   role,  REQUIRED, rule_role, NULL, "Whose port it is.") \
	KEY(T, NUMBER, port,  REQUIRED, rule_port, NULL, "Its number, where the profile doesn't say.") \
	KEY(T, TRUTH,  web,   OPTIONAL, rule_truth, "false", "Whether a browser can open it.") \
	KEY(T, TEXT,   path,  OPTIONAL, rule_address_path, "/", "What a browser opens.") \
	KEY(T, TEXT,   title, OPTIONAL, rule_line, "the name", "What people call it.") \
	KEY(T, TEXT,   secret, OPTIONAL, rule_label, NULL, "The token of `secrets` that opens the page: port-forward shows it.") \
	KEY(T, TEXT,   query, OPTIONAL, rule_port_name, "the token is shown beside the address", "The parameter of the page's address that takes the token.")

#define FRAMEWORK_RANGE_KEYS(KEY, T) \
	KEY(T, NUMBER, first, REQUIRED, rule_port, NULL, "The lowest of them.") \
	KEY(T, NUMBER, last,  REQUIRED, rule_port, NULL, "The highest of them.") \
	KEY(T, TEXT,   use,   REQUIRED, rule_line, NULL, "What takes them, in words: processes that run tasks.") \
	KEY(T, TEXTS,  roles, OPTIONAL, rule_role, "all", "In whose pods.")

#define FRAMEWORK_USER_KEYS(KEY, T) \
	KEY(T, NUMBER, uid,  REQUIRED, rule_uid, NULL, "The number of the user all processes run as.") \
	KEY(T, NUMBER, gid,  REQUIRED, rule_uid, NULL, "The number of its group.") \
	KEY(T, TEXT,   name, OPTIONAL, rule_label, NULL, "The number's name, unless the image's own passwd file has one: a passwd file with it is mounted over the image's. ssh, Java and Python's getpass need one. Another number that a profile or a site chooses is always named, after the framework.") \
	KEY(T, TEXT,   home, REQUIRED, rule_path, NULL, "The home directory; has to be writable.") \
	KEY(T, NUMBER, imageGroup, OPTIONAL, rule_gid, NULL, "The group that may read the default image's own files, where others may not. With another user's number, pods have to be in it.")

#define FRAMEWORK_CONFIG_KEYS(KEY, T) \
	KEY(T, TEXT,  path,   OPTIONAL, rule_path, NULL, "The file the settings become; every format but env needs it.") \
	KEY(T, CHOICE, format, REQUIRED, config_format, NULL, "properties: lines NAME=VALUE, as Java reads them. lines: lines NAME = VALUE as they are, without quotes or escapes. yaml: lines NAME: VALUE. yamlTree: maps in maps, by the dots in the names. In these two, a value without quotes that is a number, true or false in YAML is one in the file; all else is text, in quotes. yamlText: as yaml, with every value in quotes: for a program that turns numbers back into text, for which 1.10 would be 1.1. env: environment variables of all pods, whose values Kubernetes expands: $(NAME), and $$ for one $.") \
	KEY(T, PAIRS, values, OPTIONAL, rule_template_settings, NULL, "Settings that hold unless the profile says otherwise.")

/* What a profile can do with one name, in config or env: exactly one of atMost, refused, ignored and allowed. */
#define FRAMEWORK_SETTING_KEYS(KEY, T) \
	KEY(T, TEXT, name,    REQUIRED, rule_setting_name, NULL, "A setting or an environment variable; with * at its end, all that begin so.") \
	KEY(T, TEXT, atMost,  OPTIONAL, rule_template_line, NULL, "The most that it may be, a number or a size: ${worker.memory.mib}m. What a profile writes without a unit counts in the unit of this. With groups, it is the most that any kind of workers has room for. More is an error.") \
	KEY(T, TEXT, refused, OPTIONAL, rule_line, NULL, "Why a profile may not set it, which is an error.") \
	KEY(T, TEXT, ignored, OPTIONAL, rule_line, NULL, "Why it has no effect, which is a warning.") \
	KEY(T, TEXT, allowed, OPTIONAL, rule_line, NULL, "What a profile chooses with it: there is no warning then where it takes the place of a variable of this definition.") \
	KEY(T, TEXT, instead, OPTIONAL, rule_line, "leave it out", "What to write instead.")

#define FRAMEWORK_FILE_KEYS(KEY, T) \
	KEY(T, TEXT, path,    REQUIRED, rule_path, NULL, "Where it is mounted, in place of what the image has there.") \
	KEY(T, TEXT, content, REQUIRED, rule_template, NULL, "What is in it.") \
	KEY(T, TEXT, role,    OPTIONAL, rule_role, "all", "Whose pods have it.")

#define FRAMEWORK_SECRET_KEYS(KEY, T) \
	KEY(T, TEXT,  name,  REQUIRED, rule_short_label, NULL, "Its name: the Secret is called after the cluster and this.") \
	KEY(T, CHOICE, type,  REQUIRED, secret_type, NULL, "token: 64 random hexadecimal digits (key token). ssh: a user's and a host's key pair (keys id, authorized_keys, host_key, known_hosts; workers get the middle two). tls: a self-signed certificate (keys ca.crt, tls.crt, tls.key).") \
	KEY(T, TEXT,  env,   OPTIONAL, rule_env_name, NULL, "The environment variable that holds the token.") \
	KEY(T, TEXT,  path,  OPTIONAL, rule_path, NULL, "The directory where its keys are files.") \
	KEY(T, TEXTS, roles, OPTIONAL, rule_role, "all", "Whose pods get it.") \
	KEY(T, TEXT,  doc,   OPTIONAL, rule_line, NULL, "What it is for.")

#define FRAMEWORK_PACKAGES_KEYS(KEY, T) \
	KEY(T, TEXT,   install,  REQUIRED, rule_template_exec, NULL, "A program for sh, run in an init container with the pod's own image, user and limits; the packages are its arguments, -r FILE for a file of them, and PACKAGES is the directory they go to. pip: the built-in one for Python, which also has the compiler check what profiles write.") \
	KEY(T, TEXT,   path,     REQUIRED, rule_path, NULL, "The directory they go to: a scratch volume that all containers of the pod have there.") \
	KEY(T, TEXT,   commands, OPTIONAL, rule_path, NULL, "A directory of programs in it, which stands first in PATH.") \
	KEY(T, PAIRS,  env,      OPTIONAL, rule_template_env, NULL, "Variables by which the packages are found: each a list of directories, which stands before the one that the pod has already.") \
	KEY(T, AMOUNT, storage,  REQUIRED, rule_memory, NULL, "How much of the node's disk they may take, where the profile doesn't say.") \
	KEY(T, TEXT,   lacks,    OPTIONAL, rule_line, NULL, "What the default image lacks to install packages: a profile with packages then has to name an image.")

#define FRAMEWORK_SMOKE_KEYS(KEY, T) \
	KEY(T, TEXTS, command, OPTIONAL, rule_template_exec_line, "submit's", "Runs the program; its path and the number of workers follow.") \
	KEY(T, TEXT,  file,    REQUIRED, rule_file_name, NULL, "What the program's file is called.") \
	KEY(T, TEXT,  program, REQUIRED, rule_program, NULL, "Its text, as it is. It ends with 0 only if so many workers took part.")

#define FRAMEWORK_IDLE_KEYS(KEY, T) \
	KEY(T, TEXT, busy, REQUIRED, rule_template_exec, NULL, "A program for sh, run in the head every 10 seconds while no submitted program runs: it ends with 0 if there is work, and with 1 if there is none. $1 is the time of the check before, in seconds since 1970: work that began and ended since then counts, too.")

#define FRAMEWORK_SUBMIT_KEYS(KEY, T) \
	KEY(T, TEXTS, command,   REQUIRED, rule_template_exec_line, NULL, "Runs a program from the head, where it starts: options, the program's path below that directory, and arguments follow.") \
	KEY(T, TEXTS, options,   OPTIONAL, rule_option, NULL, "Options of the command that take values, with a word for each value: -c, --class NAME. Without this key none are passed in front of the program.") \
	KEY(T, TEXT,  directory, REQUIRED, rule_path, NULL, "A writable directory of the head where it is put.") \
	KEY(T, TEXT,  distribute, OPTIONAL, rule_template_exec, NULL, "A program for sh that runs in place of the command if a DIRECTORY is submitted. It starts in the head, in that directory; its arguments are the command, options, the program's path and arguments. It brings the workers what they need of the directory, and runs its arguments.") \
	KEY(T, TEXT,  reach,     OPTIONAL, rule_line, "the head alone has it", "What the workers have of a submitted DIRECTORY, in a sentence, for the help of submit.") \
	KEY(T, TEXT,  alone,     OPTIONAL, rule_line, NULL, "Why a program is one file, in words: submit then refuses a DIRECTORY.")

#define FRAMEWORK_CODE_KEYS(KEY, T) \
	KEY(T, TEXTS, paths, REQUIRED, rule_env_name, NULL, "Environment variables that list directories, with ':' between them: /opt/code is put in front, whatever the profile says in them.")

#define FRAMEWORK_JOB_KEYS(KEY, T) \
	KEY(T, CHOICE, leads, OPTIONAL, job_leader, "head", "Which pod runs the program if a job is one Job of equal pods. head: a pod of its own. worker: worker 0, and there is no head; the head's files and secrets are then in all pods, and its command and env are not used.") \
	KEY(T, TEXT,   once,  OPTIONAL, rule_line, NULL, "Why a program can't be run a second time on the same cluster. A profile with job.retries is an error then.")

#define FRAMEWORK_KEYS(KEY, T) \
	KEY(T, TEXT,  name,    REQUIRED, rule_label, NULL, "The framework's name, as profiles say it.") \
	KEY(T, TEXT,  title,   REQUIRED, rule_line, NULL, "Its name for people.") \
	KEY(T, TEXT,  version, REQUIRED, rule_label_value, NULL, "The version of the default image.") \
	KEY(T, TEXT,  docs,    REQUIRED, rule_url, NULL, "Where its own documentation is.") \
	KEY(T, TEXT,  image,   REQUIRED, rule_image, NULL, "The image, where the profile doesn't say.") \
	KEY(T, TEXT,  build,   OPTIONAL, rule_line, NULL, "Where a Dockerfile is that builds an image with everything.") \
	KEY(T, BLOCK, user,    REQUIRED, framework_user, NULL, "Who the processes run as.") \
	KEY(T, LIST,  ports,   OPTIONAL, framework_port, NULL, "Its ports.") \
	KEY(T, LIST,  reservedPorts, OPTIONAL, framework_range, NULL, "TCP ports that the framework gives its own processes as it needs them. No port may be one of them, neither here nor in a profile.") \
	KEY(T, BLOCK, config,  OPTIONAL, framework_config, NULL, "Where the profile's config goes.") \
	KEY(T, LIST,  settings, OPTIONAL, framework_setting, NULL, "What profiles can and can't do with settings and environment variables, checked where they do.") \
	KEY(T, LIST,  files,   OPTIONAL, framework_file, NULL, "Further files.") \
	KEY(T, BLOCK, packages, OPTIONAL, framework_packages, "profiles can't ask for any", "How packages are installed when a pod starts.") \
	KEY(T, LIST,  secrets, OPTIONAL, framework_secret, NULL, "What the manager's create makes up and nobody else knows. It is never in the manifest.") \
	KEY(T, PAIRS, env,     OPTIONAL, rule_template_env, NULL, "Environment of all roles.") \
	KEY(T, BLOCK, head,    REQUIRED, framework_role, NULL, "The pod that leads.") \
	KEY(T, BLOCK, worker,  REQUIRED, framework_role, NULL, "The pods that work.") \
	KEY(T, BLOCK, notebook, OPTIONAL, framework_role, NULL, "A seat for people, which a profile may ask for.") \
	KEY(T, TEXT,  connect, REQUIRED, rule_template_line, NULL, "What a program inside the cluster connects to.") \
	KEY(T, BLOCK, submit,  OPTIONAL, framework_submit, NULL, "How a file is run on the cluster.") \
	KEY(T, BLOCK, code,    OPTIONAL, framework_code, "they find it by its path, /opt/code", "How programs and workers find the code that a profile has.") \
	KEY(T, BLOCK, job,     OPTIONAL, framework_job, NULL, "How submit and members are used when a profile has a job.") \
	KEY(T, TEXTS, members, OPTIONAL, rule_template_exec_line, NULL, "Run in the head: prints how many workers the framework itself counts.") \
	KEY(T, BLOCK, idle,    OPTIONAL, framework_idle, NULL, "How it is told that the framework has no work.") \
	KEY(T, BLOCK, smoke,   OPTIONAL, framework_smoke, NULL, "The smallest program that proves that head and workers work together.")

/* clang-format on */

BLOCK_STRUCT(framework_share, FRAMEWORK_SHARE_KEYS)
BLOCK_STRUCT(framework_budget, FRAMEWORK_BUDGET_KEYS)
BLOCK_STRUCT(framework_processes, FRAMEWORK_PROCESSES_KEYS)
BLOCK_STRUCT(framework_probe, FRAMEWORK_PROBE_KEYS)
BLOCK_STRUCT(framework_resource, FRAMEWORK_RESOURCE_KEYS)
BLOCK_STRUCT(framework_discovery, FRAMEWORK_DISCOVERY_KEYS)
BLOCK_STRUCT(framework_gpu, FRAMEWORK_GPU_KEYS)
BLOCK_STRUCT(framework_role, FRAMEWORK_ROLE_KEYS)
BLOCK_STRUCT(framework_port, FRAMEWORK_PORT_KEYS)
BLOCK_STRUCT(framework_range, FRAMEWORK_RANGE_KEYS)
BLOCK_STRUCT(framework_user, FRAMEWORK_USER_KEYS)
BLOCK_STRUCT(framework_config, FRAMEWORK_CONFIG_KEYS)
BLOCK_STRUCT(framework_setting, FRAMEWORK_SETTING_KEYS)
BLOCK_STRUCT(framework_file, FRAMEWORK_FILE_KEYS)
BLOCK_STRUCT(framework_secret, FRAMEWORK_SECRET_KEYS)
BLOCK_STRUCT(framework_idle, FRAMEWORK_IDLE_KEYS)
BLOCK_STRUCT(framework_submit, FRAMEWORK_SUBMIT_KEYS)
BLOCK_STRUCT(framework_code, FRAMEWORK_CODE_KEYS)
BLOCK_STRUCT(framework_job, FRAMEWORK_JOB_KEYS)
BLOCK_STRUCT(framework_smoke, FRAMEWORK_SMOKE_KEYS)
BLOCK_STRUCT(framework_packages, FRAMEWORK_PACKAGES_KEYS)
BLOCK_STRUCT(framework, FRAMEWORK_KEYS)

#endif
