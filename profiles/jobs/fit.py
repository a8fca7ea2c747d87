"""Fits a small network to a curve, data-parallel: fit.py --epochs N
If $JOB_LOGS is set, it keeps a checkpoint there, and begins with the one that it finds."""
import argparse
import os

import torch
import torch.distributed as dist
from torch.nn.parallel import DistributedDataParallel


def restored(path, model, optimizer):
    """The epoch to begin with: the one after the checkpoint's, if there is a checkpoint."""
    if not path or not os.path.exists(path):
        return 0
    state = torch.load(path, map_location="cpu")
    model.load_state_dict(state["model"])
    optimizer.load_state_dict(state["optimizer"])
    return state["epoch"] + 1


def keep(path, epoch, model, optimizer):
    """Writes the checkpoint; whoever reads finds either the old one or all of the new one."""
    torch.save({"epoch": epoch, "model": model.state_dict(), "optimizer": optimizer.state_dict()}, path + ".new")
    os.replace(path + ".new", path)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--epochs", type=int, required=True)
    epochs = parser.parse_args().epochs
    logs = os.environ.get("JOB_LOGS")
    path = os.path.join(logs, "model.pt") if logs else None

    gpus = torch.cuda.is_available()
    device = torch.device("cuda", int(os.environ["LOCAL_RANK"])) if gpus else torch.device("cpu")
    dist.init_process_group("nccl" if gpus else "gloo")
    rank = dist.get_rank()

    torch.manual_seed(rank)  # each rank has data of its own
    inputs = 6 * torch.rand(4096, 1, device=device) - 3
    wanted = torch.sin(inputs)
    network = torch.nn.Sequential(torch.nn.Linear(1, 64), torch.nn.Tanh(), torch.nn.Linear(64, 1)).to(device)
    optimizer = torch.optim.Adam(network.parameters(), lr=0.01)
    first = restored(path, network, optimizer)
    model = DistributedDataParallel(network)  # from now on all ranks have rank 0's weights

    for epoch in range(first, epochs):
        optimizer.zero_grad()
        loss = torch.nn.functional.mse_loss(model(inputs), wanted)
        loss.backward()
        optimizer.step()
        if rank == 0 and (epoch % 50 == 49 or epoch == epochs - 1):
            print(f"epoch {epoch}: loss {loss.item():.6f}", flush=True)
            if path:
                keep(path, epoch, network, optimizer)
    dist.barrier()
    dist.destroy_process_group()


main()
