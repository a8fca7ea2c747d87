import socket
import time

import ray


@ray.remote(num_cpus=1, scheduling_strategy="SPREAD")
def where():
    time.sleep(0.2)
    return socket.gethostname()


ray.init(logging_level="warning")
while ray.cluster_resources().get("CPU", 0) < 2:
    time.sleep(1)
print(sorted(set(ray.get([where.remote() for _ in range(20)]))))
