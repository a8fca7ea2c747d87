"""Occupies the workers until somebody ends it; the ranks speak to each other all the time."""
import time

import torch.distributed as dist

dist.init_process_group("gloo")
print("rank", dist.get_rank(), "of", dist.get_world_size(), "sleeps", flush=True)
while True:
    time.sleep(1)
    dist.barrier()
