# shellcheck shell=sh
part() { echo "$(uname -n) has $1"; }
