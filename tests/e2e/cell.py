"""Runs one cell on a Jupyter server as its page would, through REST and a websocket
(arguments: URL, token, file with the cell). Prints what the cell prints, and the error
it ends with; exits 0 only if it ended well. The kernel is a new one, and goes again."""
import json
import sys
import urllib.request
import uuid

import websocket

# Starting a framework's client and its first task is part of a cell.
PATIENCE = 240


class Jupyter:
    def __init__(self, base, token):
        self.base = base.rstrip("/")
        self.authorization = {"Authorization": "token " + token}

    def call(self, method, path, body=None):
        request = urllib.request.Request(
            self.base + path,
            method=method,
            data=None if body is None else json.dumps(body).encode(),
            headers={**self.authorization, "Content-Type": "application/json"},
        )
        with urllib.request.urlopen(request, timeout=60) as answer:
            return json.loads(answer.read() or "null")

    def channels(self, kernel):
        return websocket.create_connection(
            "ws" + self.base.removeprefix("http") + f"/api/kernels/{kernel}/channels",
            header=self.authorization,
            timeout=PATIENCE,
        )


def request_to_run(code):
    header = {"msg_type": "execute_request", "version": "5.3", "username": "cell"}
    header |= {"msg_id": uuid.uuid4().hex, "session": uuid.uuid4().hex}
    content = {"code": code, "silent": False, "store_history": False, "user_expressions": {}}
    content |= {"allow_stdin": False, "stop_on_error": True}
    return {"channel": "shell", "header": header, "parent_header": {}, "metadata": {}, "content": content}


def run(socket, code):
    """The cell's last word, "ok" or "error"; what it prints is passed on. The last word comes
    on one channel and the output on another: only when the kernel is idle again is all there."""
    request = request_to_run(code)
    socket.send(json.dumps(request))
    status, idle = None, False
    while status is None or not idle:
        message = json.loads(socket.recv())
        if message["parent_header"].get("msg_id") != request["header"]["msg_id"]:
            continue
        kind, content = message["msg_type"], message["content"]
        if kind == "stream":
            print(content["text"], end="", flush=True)
        elif kind == "execute_result":
            print(content["data"].get("text/plain", ""), flush=True)
        elif kind == "error":
            print(content["ename"] + ":", content["evalue"], flush=True)
        elif kind == "execute_reply":
            status = content["status"]
        elif kind == "status":
            idle = content["execution_state"] == "idle"
    return status


def main():
    jupyter = Jupyter(sys.argv[1], sys.argv[2])
    with open(sys.argv[3], encoding="utf-8") as file:
        code = file.read()
    kernel = jupyter.call("POST", "/api/kernels", {"name": "python3"})["id"]
    try:
        socket = jupyter.channels(kernel)
        try:
            status = run(socket, code)
        finally:
            socket.close()
    finally:
        jupyter.call("DELETE", f"/api/kernels/{kernel}")
    return 0 if status == "ok" else 1


sys.exit(main())
