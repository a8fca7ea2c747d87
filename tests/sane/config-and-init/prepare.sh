#!/bin/sh
# Installs what requirements.txt lists, then becomes the command behind it.
set -eu
pip install --quiet --target /tmp/packages -r /opt/start/requirements.txt
exec "$@"
