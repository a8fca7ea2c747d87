"""The releases of Kubernetes that output is held to: those that kubernetes-validate carries schemas of, from 1.25 on."""
from kubernetes_validate import utils

OLDEST = (1, 25)
# What a manifest is for where no site says it.
DEFAULT = "1.31"


def release_of(version):
    """A version as numbers that can be compared."""
    return tuple(int(part) for part in version.split("."))


def releases():
    """The versions, oldest first; each is carried twice, plain and strict."""
    versions = {release_of(utils.major_minor(version)) for version in utils.all_versions()}
    return [f"{major}.{minor}" for major, minor in sorted(versions) if (major, minor) >= OLDEST]


def oldest_for(path):
    """The release that is named beside the manifest: `kubernetes` beside manifest.yaml, NAME.kubernetes beside
    NAME.manifest.yaml."""
    beside = path.with_name(path.name.replace("manifest.yaml", "kubernetes"))
    return beside.read_text(encoding="utf-8").strip() if beside.exists() else DEFAULT
