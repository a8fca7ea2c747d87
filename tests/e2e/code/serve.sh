#!/bin/sh
# Makes a repository of two commits, /tmp/git/code.git, and serves it: git:// on 9418, http:// with a password on 8080.
set -eu
export HOME=/tmp GIT_AUTHOR_NAME=a GIT_AUTHOR_EMAIL=a@example.org GIT_COMMITTER_NAME=a GIT_COMMITTER_EMAIL=a@example.org
mkdir -p /tmp/git /tmp/work/src
cd /tmp/work
git init -q -b main
for number in 1 2; do
	printf 'VERSION = %d\n\n\ndef twice(number):\n    return 2 * number\n' "$number" >src/numbers_of_ours.py
	git add -A
	git commit -q -m "$number"
done
git clone -q --bare . /tmp/git/code.git
git remote add origin /tmp/git/code.git
touch /tmp/git/code.git/git-daemon-export-ok
git daemon --base-path=/tmp/git --reuseaddr &
exec python3 /opt/git/serve.py
