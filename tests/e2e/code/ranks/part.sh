part() { echo "$(uname -n) has $1"; }
