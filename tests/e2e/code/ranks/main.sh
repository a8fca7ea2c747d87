#!/bin/sh
# Each rank runs what lies beside this program.
# shellcheck source=tests/e2e/code/ranks/part.sh
. ./part.sh
part "$(cat data/number)"
