"""One task that takes as many seconds as the argument says."""
import socket
import sys
import time

import ray

SECONDS = int(sys.argv[1])


@ray.remote(num_cpus=1)
def rest():
    time.sleep(SECONDS)
    return socket.gethostname()


ray.init(logging_level="warning")
print("slept", SECONDS, "s on", ray.get(rest.remote()))
