# Stands for a model that is trained, and has nothing to do any more: a GPU that is idle.
import time

print("epoch 1 of 10: loss 0.25", flush=True)
time.sleep(3600)
