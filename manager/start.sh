# -------------------------------------------- the same in every manager ----
# The body of every manager: creates, watches, reaches, uses and deletes one
# cluster, with kubectl and POSIX tools only.
#
# The head, NAME.sh, has assignments (CLUSTER, OBJECTS, SELECTOR, ...) and knows
# where the manifest is (HERE) and how it was called itself (SELF). Lists hold one word a line; they are
# split at newlines, never evaluated. Verbs are the rows of verb_table.
#
# Exit codes: 0 good, 1 what was asked for failed, 2 wrong use, 3 kubectl or the
# cluster cannot be reached. submit, run, smoke and shell return the program's own code.

set -fu

NEWLINE='
'
TAB=$(printf '\t')
# The two-byte forms of the C1 control characters, for a bracket expression.
C1=$(printf '\302[\200-\237]')

# What create and delete wait for at most, and how long a failure that somebody
# may be mending (an image, a Secret, a quota) is watched before giving up.
TIMEOUT=300
PATIENCE=60
# More workers than this are asked about.
MANY_WORKERS=4

CONTEXT=
# The namespace the profile names; -n may not contradict it.
FIXED_NAMESPACE=$NAMESPACE
YES=
QUIET=
VERB=
SCRATCH=
# What has to be done at the end, whatever the end is: a function.
FINALLY=
# The processes that forward ports, each between two spaces.
FORWARDS=' '
# The descriptor that a program's output goes to.
OUT=1
# Whether kubectl and the namespace are known, and whether the cluster has answered.
PLACED=
REACHED=
