"""Looks at the pages of a Dask cluster as a browser would, through the scheduler's own
address (arguments: URL, number of workers): the dashboard, its list of workers, and
the page of each worker with what draws it, which the scheduler passes on."""
import re
import sys
import urllib.parse
import urllib.request


def page(url):
    with urllib.request.urlopen(url, timeout=30) as answer:
        return answer.read().decode()


def drawn(url):
    """Whether the page is one that Bokeh draws, and its scripts come along."""
    scripts = re.findall(r'src="(static/js/bokeh[^"]*)"', page(url))
    return bool(scripts) and all(page(urllib.parse.urljoin(url, script)) for script in scripts)


def main():
    base, number = sys.argv[1].rstrip("/") + "/", int(sys.argv[2])
    assert drawn(base + "status"), "the dashboard is not there"
    list_of_workers = base + "info/main/workers.html"
    links = sorted(set(re.findall(r'href="([^"]*/proxy/[^"]*/status)"', page(list_of_workers))))
    assert len(links) == number, f"{len(links)} workers are on the list"
    for link in links:
        url = urllib.parse.urljoin(list_of_workers, link)
        assert url.startswith(base), f"a forwarded port does not reach {url}"
        assert drawn(url), f"{url} is not a worker's page"
        print("seen", url)


main()
