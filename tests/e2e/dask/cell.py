import time
from dask.distributed import Client, get_worker


def where(number):
    time.sleep(0.2)
    return get_worker().name.partition("@")[0]


client = Client()
client.wait_for_workers(2, timeout=120)
print(sorted(set(client.gather(client.map(where, range(20), pure=False)))))
