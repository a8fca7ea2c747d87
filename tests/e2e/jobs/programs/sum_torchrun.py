"""sum_torchrun.py CODE SECONDS [once]: the ranks add up squares for that long, and end with CODE; with "once" rank 0
ends with 7 the first time on its host."""
import os
import pathlib
import socket
import sys
import time

RANK = int(os.environ["RANK"])
CODE, SECONDS = int(sys.argv[1]), float(sys.argv[2])
TRIED = pathlib.Path("/tmp/tried")
if RANK == 0:
    print("begun", *sys.argv[1:], flush=True)

import torch  # noqa: E402
import torch.distributed as dist  # noqa: E402


def main():
    dist.init_process_group("gloo")
    # On the log of its own pod.
    print("rank", RANK, "of", dist.get_world_size(), flush=True)
    if RANK == 0 and sys.argv[3:] == ["once"] and not TRIED.exists():
        TRIED.touch()
        sys.exit(7)
    size = dist.get_world_size()
    hosts = [None] * size
    dist.all_gather_object(hosts, socket.gethostname())
    end = time.monotonic() + SECONDS
    over = torch.tensor([0])
    while not over:
        time.sleep(0.5)
        mine = torch.tensor([sum(number * number for number in range(1 + RANK, 101, size))])
        dist.all_reduce(mine)
        if mine.item() != 338350:
            sys.exit("wrong sum")
        if RANK == 0:
            print("step", len(set(hosts)), flush=True)
        # All ranks have to agree about the time.
        over = torch.tensor([int(time.monotonic() >= end)])
        dist.broadcast(over, 0)
    if RANK == 0:
        print("sum 338350 by", *sorted(hosts), flush=True)
    # Who ends while another rank still speaks to it makes that one fail.
    dist.barrier()
    dist.destroy_process_group()
    sys.exit(CODE)


main()
