"""Looks at the dashboard of a Ray cluster as a browser would (arguments: URL, number of
workers; standard input: the token): the page is there for everybody, what it shows is
there for whoever has the token, and all workers are among it."""
import json
import sys
import urllib.error
import urllib.request


def ask(url, token=None):
    """The answer's code and text."""
    request = urllib.request.Request(url)
    if token:
        request.add_header("Authorization", "Bearer " + token)
    try:
        with urllib.request.urlopen(request, timeout=30) as answer:
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as error:
        return error.code, error.read().decode()


def expect(wanted, url, token=None):
    code, text = ask(url, token)
    assert code == wanted, f"{url} answers {code} instead of {wanted}"
    print("seen", code, url)
    return text


def main():
    base, number = sys.argv[1].rstrip("/") + "/", int(sys.argv[2])
    token = sys.stdin.readline().strip()
    nodes = base + "nodes?view=summary"
    assert "<title>Ray Dashboard</title>" in expect(200, base), "the page is not there"
    expect(401, nodes)
    expect(403, nodes, token[::-1])
    raylets = [node["raylet"] for node in json.loads(expect(200, nodes, token))["data"]["summary"]]
    alive = [raylet for raylet in raylets if raylet["state"] == "ALIVE" and not raylet["isHeadNode"]]
    assert len(alive) == number, f"{len(alive)} workers are alive"


main()
