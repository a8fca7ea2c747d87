# Every worker takes part; with an argument it takes that many seconds.
import socket
import sys
import time

import distributed

client = distributed.Client()
seconds = int(sys.argv[1]) if len(sys.argv) > 1 else 1
names = client.run(lambda: (time.sleep(seconds), socket.gethostname())[1])
print("took part:", len(set(names.values())), flush=True)
