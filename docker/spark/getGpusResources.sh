#!/bin/sh
# Tells a Spark worker which GPUs its container has, as the JSON that Spark expects:
# {"name": "gpu", "addresses": ["0", "1"]}. The official images have a script of this
# name in this place, from Spark's examples; the PyPI package leaves it out.
indices=$(nvidia-smi --query-gpu=index --format=csv,noheader) || exit 1
printf '%s\n' "$indices" | awk '
	NF { list = list (list == "" ? "" : ", ") "\"" $1 "\"" }
	END { print "{\"name\": \"gpu\", \"addresses\": [" list "]}" }'
