# -------------------------------------------- the same in every manager ----
# The body of every manager: creates, watches, reaches, uses and deletes one cluster, with kubectl and POSIX tools only.
# The head, NAME.sh, has assignments (CLUSTER, SELECTOR, OBJECT_QUOTA, ...) and knows where the manifest is (HERE) and how
# it was called itself (SELF). Lists hold one word a line; they are split at newlines, never evaluated. Verbs are those
# of verb_texts; exit codes are in help_all.

set -fu
# Numbers have a point, and words are what they are, wherever this runs.
LC_ALL=C
export LC_ALL
# kubectl diff shows what diff itself shows.
unset KUBECTL_EXTERNAL_DIFF

NEWLINE='
'
TAB=$(printf '\t')
# Bytes as extended regular expressions in the C locale: a character of UTF-8 beyond ASCII; and what terminals obey
# or don't show: C1 controls, line breaks of Unicode, marks that change direction, what has no width but joiners.
HIGH=$(printf '[\200-\377]')
CHARACTER=$(printf '%b' '[\0302-\0337][\0200-\0277]|\0340[\0240-\0277][\0200-\0277]|[\0341-\0354\0356\0357][\0200-\0277]{2}' \
	'|\0355[\0200-\0237][\0200-\0277]|\0360[\0220-\0277][\0200-\0277]{2}|[\0361-\0363][\0200-\0277]{3}|\0364[\0200-\0217][\0200-\0277]{2}')
HIDDEN=$(printf '%b' '\0302[\0200-\0237\0255]|\0330\0234|\0341(\0205[\0237\0240]|\0236[\0264\0265]|\0240\0216)' \
	'|\0342(\0200[\0213\0216\0217\0250-\0256]|\0201[\0240-\0257])|\0343\0205\0244|\0357(\0273\0277|\0276\0240|\0277[\0260-\0273\0276\0277])' \
	'|\0360(\0233\0262[\0240-\0243]|\0235\0205[\0263-\0272])|\0363\0240([\0200-\0203\0210-\0277][\0200-\0277]|\0207[\0260-\0277])')
# The program of sed that leaves whole characters, and of them what may be seen.
ONLY_TEXT="s/($CHARACTER)|$HIGH/\\1/g; s/($HIDDEN)//g"
CONTROL=$(printf '[\001-\010\013-\037\177]')
COLOUR=$(printf '\033')'\[[0-9;]*m'
# In mksh printf is a program of its own, and print is not.
PRINTF=$(command -v printf)

# What create makes, one kind/name a line, and the file it is made from.
OBJECTS=$(printf '%s\n' "$OBJECT_QUOTA" | cut -d ' ' -f 1)
MANIFEST_PATH=$HERE/$MANIFEST

# What the pods of a job that is one Job are called, and their containers; empty where each role has its own name.
case $JOB in together) ONE=job ;; *) ONE= ;; esac
# The kind of OWNER, with which all others go, as owner references have it.
case $OWNER in cronjob/*) OWNER_KIND=CronJob ;; *) OWNER_KIND=Job ;; esac

# What create and delete wait for at most, and how long a failure that somebody
# may be mending (an image, a Secret, a quota) is watched before giving up.
TIMEOUT=300
PATIENCE=60
# How long create and run wait in a queue, and how long they have.
QUEUE_TIMEOUT=86400
IN_QUEUE=0
# More workers than this are asked about.
MANY_WORKERS=4

CONTEXT=
# The namespace the profile names; -n may not contradict it.
FIXED_NAMESPACE=$NAMESPACE
YES='' QUIET='' VERB='' SCRATCH=''
# What has to be done at the end, whatever the end is: a function.
FINALLY=
# The processes that forward ports or follow a log, each between two spaces.
FORWARDS=' '
# The warnings that were there before what was made now: name, reason, time.
KNOWN_WARNINGS=
# The Secrets that create has to make.
NEW_SECRETS=
# How many lines above the cursor are written anew.
DRAWN=0
# How many words in front of a program are options of the command that runs it.
LEADING=0
# The descriptor that a program's output goes to.
OUT=1
# Whether a pod that waits is charged once it starts.
CHARGED_LATER=
# Whether kubectl and the namespace are known, and whether the cluster has answered.
PLACED='' REACHED=''

# What functions assign is local to them, or one of the names above, of the head, or of these:
# globals: ME RUN RED GREEN PLAIN            how it was called, and colours
# globals: TOOK TAKEN VALUE ON_SIGNAL        what options took; what a signal calls
# globals: VOLUMES FOLLOW PREVIOUS TAIL SINCE SHOWN MODE WORD FORCED EXACT JSON
# globals: ROLE NUMBER SEAT CONTAINER PLACE BASE       a role, which one, its pod and container, a place in it, the name at a path's end
# globals: READ_OUT READ_ERR BROKEN          how much of a program's output has been read, and since when the connection is broken
# globals: PROGRAM NOTE BACKGROUND           what is run; what is known of a port-forward in the background
# globals: JUDGED UNSEEN CHANGES ADOPTED      what OBJECTS are, what is not shown of them, and what differs; whether all goes with the head's Job
# globals: WARNING                           the last warning about a pod that was told
# globals: LOOK P_NAME P_ROLE P_INDEX P_REVISION P_PHASE P_DELETING P_READY P_RESTARTS P_STATE P_WAIT
# globals: P_LAST P_CODE P_NODE P_CREATED P_IMAGE P_WHY P_ROOM P_WAITING P_ENDED     the pods, and one of them
# globals: WANTED WANTED_WORKERS GPUS_TAKEN COUNTED UNCOUNTED READY MADE       how many there are
# globals: STATE CAUSE GRAVE WORST REVISIONS EXPLAINED LIVE NEWS EVENTS                        what is judged of them
# globals: NEWS_CAUSES CHARGED_LATER         their causes, and whether a pod that waits is charged later
# globals: Q_NAME Q_STATE Q_WHY Q_TEXT Q_SINCE Q_WAITS Q_PLACE QUEUED OUT_OF_QUEUE     what the queue says, and what was told of it
# globals: ELAPSED ROUND TOLD WARNED ILL_SINCE REFUSAL UNMOUNTED LEAVING    waiting, and what was told of it
# globals: REMEDY INSTALLED                   what to do about packages that can't be installed, and those that are
# globals: LEFTOVERS OTHER_FORM STALE CLAIM_UID CLAIMS_BEFORE LEFT_WITH    what create removes and replaces; who creates and runs
# globals: COUNT MORE KIND_OF_WORKER WRONG ASKED_FOR   what scale and doctor count
# globals: RUNS SUSPENDED R_NAME R_UID R_DELETING R_CREATED R_STARTED R_ENDED R_END R_WHY R_QUEUED R_TEXT     the Jobs of a job, and the one that counts
# globals: JOB_STATE JOB_WORDS JOB_CODE JOB_NOTE JOB_SPEAKER THERE ATTEMPT STAGE SILENT     how a job is, how far it has come, and what was told of that
# globals: FOLLOWED DRAINED LINE LAST_STAMP LAST_COUNT SKIP_STAMP SKIP_COUNT     how much of a head's log has been shown
# globals: IFS _
