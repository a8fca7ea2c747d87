"""relay.py HOST PORT FILE: passes connections on to there, from a port of 127.0.0.1 that it writes into the file. At
SIGUSR1 it cuts all of them and takes no more for 15 seconds."""
import asyncio
import os
import signal
import sys

PAUSE = 15
HOST, PORT, FILE = sys.argv[1:]


class Relay:
    def __init__(self):
        self.writers = set()
        self.shut = False

    async def pass_on(self, reader, writer):
        try:
            while data := await reader.read(65536):
                writer.write(data)
                await writer.drain()
        except OSError:
            pass
        finally:
            writer.close()

    async def connected(self, reader, writer):
        if self.shut:
            writer.transport.abort()
            return
        there_reader, there_writer = await asyncio.open_connection(HOST, int(PORT))
        both = {writer, there_writer}
        self.writers |= both
        await asyncio.gather(self.pass_on(reader, there_writer), self.pass_on(there_reader, writer))
        self.writers -= both

    def cut(self):
        self.shut = True
        for writer in self.writers:
            writer.transport.abort()
        asyncio.get_running_loop().call_later(PAUSE, self.open)

    def open(self):
        self.shut = False


async def main():
    relay = Relay()
    server = await asyncio.start_server(relay.connected, "127.0.0.1", 0)
    asyncio.get_running_loop().add_signal_handler(signal.SIGUSR1, relay.cut)
    with open(FILE + ".new", "w", encoding="utf-8") as file:
        print(server.sockets[0].getsockname()[1], file=file)
    os.rename(FILE + ".new", FILE)
    async with server:
        await server.serve_forever()


asyncio.run(main())
