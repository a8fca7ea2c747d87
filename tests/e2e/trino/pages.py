"""Looks at the coordinator's pages as a browser would (arguments: URL, number of workers):
without a name there is only the way to the login page; with one, every worker is active."""
import http.cookiejar
import json
import sys
import urllib.error
import urllib.parse
import urllib.request


def main():
    base, number = urllib.parse.urljoin(sys.argv[1], "/ui/"), int(sys.argv[2])
    browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar()))
    with browser.open(base, timeout=20) as page:
        assert page.url.endswith("/ui/login.html"), f"{base} leads to {page.url}"
    try:
        browser.open(base + "api/stats", timeout=20)
        sys.exit("the statistics are shown to whoever has no name")
    except urllib.error.HTTPError as error:
        assert error.code == 401, error
    form = urllib.parse.urlencode({"username": "someone", "password": "", "redirectPath": ""}).encode()
    with browser.open(base + "login", form, timeout=20) as page:
        assert "login" not in page.url, f"logging in leads to {page.url}"
    with browser.open(base + "api/stats", timeout=20) as page:
        stats = json.load(page)
    assert stats["activeWorkers"] == number, stats
    print("seen", stats)


main()
