"""Looks at the pages of a Spark cluster as a browser would, through the master's own
address (arguments: URL, number of workers): the master's page has every worker alive,
the page of each worker is reached through the master, and no link leads elsewhere."""
import html.parser
import json
import sys
import urllib.parse
import urllib.request


class Links(html.parser.HTMLParser):
    def __init__(self):
        super().__init__()
        self.found = []

    def handle_starttag(self, tag, attributes):
        self.found += [value for name, value in attributes if name in ("href", "src") and value]


def page(url):
    with urllib.request.urlopen(url, timeout=20) as answer:
        return answer.read().decode()


def links(url):
    parser = Links()
    parser.feed(page(url))
    return [urllib.parse.urljoin(url, link) for link in parser.found]


def main():
    base, number = sys.argv[1].rstrip("/") + "/", int(sys.argv[2])
    master = json.loads(page(base + "json/"))
    alive = [worker["id"] for worker in master["workers"] if worker["state"] == "ALIVE"]
    assert len(alive) == number, f"{len(alive)} workers are alive"
    there = links(base)
    for worker in alive:
        assert worker in page(base), f"{worker} is not on the master's page"
        own = [link for link in there if f"/proxy/{worker}" in link]
        assert own, f"no link leads to {worker}"
        assert worker in page(own[0]), f"the page of {worker} does not name it"
        print("seen", own[0])
        there += links(own[0])
    astray = [link for link in there if link.startswith("http") and not link.startswith(base)]
    astray = [link for link in astray if "spark.apache.org" not in link]
    assert not astray, f"links that a forwarded port does not reach: {astray}"
    print("seen", len(there), "links")


main()
