"""The releases of Kubernetes that output is held to: those that kubernetes-validate carries schemas of, from 1.25 on."""
from kubernetes_validate import utils

OLDEST = (1, 25)


def release_of(version):
    """A version as numbers that can be compared."""
    return tuple(int(part) for part in version.split("."))


def releases():
    """The versions, oldest first; each is carried twice, plain and strict."""
    versions = {release_of(utils.major_minor(version)) for version in utils.all_versions()}
    return [f"{major}.{minor}" for major, minor in sorted(versions) if (major, minor) >= OLDEST]
