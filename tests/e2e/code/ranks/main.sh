#!/bin/sh
# Each rank runs what lies beside this program.
. ./part.sh
part "$(cat data/number)"
