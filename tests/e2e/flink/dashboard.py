"""Looks at the pages of a Flink cluster as a browser would (arguments: URL, number of task managers,
a name that one of them has): the page itself, and what it asks the job manager for."""
import json
import sys
import urllib.request


def get(url):
    with urllib.request.urlopen(url, timeout=20) as answer:
        return answer.read().decode()


def main():
    base, number, name = sys.argv[1].rstrip("/") + "/", int(sys.argv[2]), sys.argv[3]
    assert "<title>Apache Flink" in get(base)
    overview = json.loads(get(base + "overview"))
    assert overview["taskmanagers"] == number, overview
    assert overview["slots-total"] == number, overview
    for page in ("", "/metrics", "/log", "/thread-dump"):
        assert get(base + "taskmanagers/" + name + page), page
    assert "Recovered" in get(base + "jobmanager/log") or "Starting" in get(base + "jobmanager/log")
    print("seen", overview)


main()
