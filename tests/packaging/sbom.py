"""The bill of materials of a release archive is a valid SPDX 2.3 document, names every library that configure asks for,
and has the archive's own checksum."""
import hashlib
import json
import os
import pathlib
import re
import subprocess
import tempfile

import tap
from spdx_tools.spdx.model import RelationshipType
from spdx_tools.spdx.parser.error import SPDXParsingError
from spdx_tools.spdx.parser.parse_anything import parse_file
from spdx_tools.spdx.validation.document_validator import validate_full_spdx_document

SBOM = tap.SRCDIR / "packaging/sbom"
CONFIGURE = (tap.SRCDIR / "configure.ac").read_text()
# What pkg-config and everybody else call the same library.
COMMON_NAMES = {"yaml-0.1": "libyaml"}


def faults(path):
    """What the validator has to say, and the document where it can be read."""
    try:
        document = parse_file(str(path))
    except SPDXParsingError as error:
        return error.get_messages(), None
    return [message.validation_message for message in validate_full_spdx_document(document)], document


def main():
    with tempfile.TemporaryDirectory() as work:
        archive = pathlib.Path(work) / "clusterc-1.2.3.tar.gz"
        archive.write_bytes(b"an archive")
        made = subprocess.run([SBOM, archive], capture_output=True, check=False, env={**os.environ, "SOURCE_DATE_EPOCH": "0"})
        tap.result(made.returncode == 0, "it is made", [made.stderr.decode()])
        path = pathlib.Path(work) / "clusterc.spdx.json"
        path.write_bytes(made.stdout)
        messages, document = faults(path)
        tap.result(not messages, "it is valid SPDX", messages)

        packages = {package.name: package for package in document.packages}
        main_package = packages.get("clusterc")
        tap.result(main_package and main_package.version == "1.2.3", "it has the archive's version")
        digest = hashlib.sha256(archive.read_bytes()).hexdigest()
        tap.result(main_package and [checksum.value for checksum in main_package.checksums] == [digest], "and its checksum")
        tap.result(document.creation_info.created.isoformat() == "1970-01-01T00:00:00", "it is as old as SOURCE_DATE_EPOCH says")

        modules = re.findall(r"PKG_CHECK_MODULES\(\[\w+\], \[([^ ]+) ", CONFIGURE)
        wanted = sorted(COMMON_NAMES.get(module, module) for module in modules)
        tap.result(len(modules) > 3 and wanted == sorted(set(packages) - {"clusterc"}), "it has every library of configure.ac",
                   [wanted, sorted(packages)])
        needed = {relation.related_spdx_element_id for relation in document.relationships
                  if relation.relationship_type == RelationshipType.DEPENDS_ON}
        tap.result(needed == {f"SPDXRef-{name}" for name in wanted if name != "cmocka"}, "all but the tests' one are needed",
                   [needed])

        planted = json.loads(made.stdout)
        del planted["packages"][0]["downloadLocation"]
        path.write_text(json.dumps(planted))
        tap.result(faults(path)[0], "a missing field is found")
    tap.done()


main()
