"""Trains one model on data of which every rank has its own part (argument: steps).

Rank 0 prints "squares N", a sum that every rank had a part of; "weights ...", what the model
learned, rounded; and a line "host NAME" for each worker. Rank 0's arguments come back, too.
"""
import os
import socket
import sys

import torch
import torch.distributed as dist
from torch.nn.parallel import DistributedDataParallel


def squares(rank, size, last=1_000_000):
    part = torch.arange(rank + 1, last + 1, size, dtype=torch.int64)
    total = (part * part).sum().reshape(1)
    dist.all_reduce(total)
    return total.item()


def fit(rank, steps):
    torch.manual_seed(0)
    model = DistributedDataParallel(torch.nn.Linear(4, 1))
    optimiser = torch.optim.SGD(model.parameters(), lr=0.1)
    truth = torch.tensor([[3.0], [-1.0], [4.0], [0.0]])
    torch.manual_seed(rank + 1)
    for _ in range(steps):
        data = torch.randn(64, 4)
        optimiser.zero_grad()
        ((model(data) - data @ truth) ** 2).mean().backward()
        optimiser.step()
    return model.module.weight.detach()


def main():
    dist.init_process_group("gloo")
    rank, size = dist.get_rank(), dist.get_world_size()
    total = squares(rank, size)
    weight = fit(rank, int(sys.argv[1]))
    found = [None] * size
    dist.all_gather_object(found, (socket.gethostname(), weight))
    if rank == 0:
        assert all(torch.equal(weight, other) for _, other in found), "the ranks' models differ"
        print("squares", total)
        print("weights", *[round(value.item()) for value in weight[0]])
        print("threads", os.environ["OMP_NUM_THREADS"])
        for host, _ in found:
            print("host", host)
        for argument in sys.argv[2:]:
            print("argument", repr(argument))
    dist.barrier()


main()
