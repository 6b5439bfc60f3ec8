"""Other extractors on the same pages, in an environment of their own: `peers.py PEER OUT FOLDER`.

Prints the seconds of processor time that the pages took; writes what was extracted as the scorers read it.
"""

import gzip
import json
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

Fields = dict[str, object]


def trafilatura(html: str) -> Fields:
    import trafilatura

    found = trafilatura.bare_extraction(html, include_comments=False, with_metadata=True, as_dict=True) or {}
    return {
        "title": found.get("title"),
        "author": found.get("author"),
        "published": found.get("date"),
        "text": found.get("text"),
    }


def readability(html: str) -> Fields:
    from lxml.html import fromstring
    from readability import Document

    document = Document(html)
    body = fromstring(document.summary())
    return {
        "title": document.short_title(),
        "text": "\n".join(" ".join(part.split()) for part in body.itertext() if part.strip()),
    }


def gne(html: str) -> Fields:
    from gne import GeneralNewsExtractor

    found = GeneralNewsExtractor().extract(html)
    return {
        "title": found["title"],
        "author": found["author"],
        "published": found["publish_time"],
        "text": found["content"],
    }


def resiliparse(html: str) -> Fields:
    from resiliparse.extract.html2text import extract_plain_text

    return {"text": extract_plain_text(html, main_content=True)}


PEERS: dict[str, Callable[[str], Fields]] = {
    "trafilatura": trafilatura,
    "readability-lxml": readability,
    "gne": gne,
    "resiliparse": resiliparse,
}


def pages(folder: Path) -> list[tuple[str, bytes]]:
    """The saved pages of a set, unpacked before the clock starts."""
    return [
        (path.name.removesuffix(".html.gz"), gzip.decompress(path.read_bytes()))
        for path in sorted(folder.glob("*.html.gz"))
    ]


def main() -> None:
    """Extract every page with one peer; a page on which it fails counts as empty."""
    peer, out, folder = PEERS[sys.argv[1]], Path(sys.argv[2]), Path(sys.argv[3])
    given = [(name, body.decode("utf-8", "replace")) for name, body in pages(folder)]
    with suppress(Exception):  # counted below
        peer(given[0][1])  # what is loaded on the first page is not counted
    made, seconds = [], 0.0
    for name, html in given:
        begun = time.process_time()
        try:
            fields = peer(html)
        except Exception as error:  # other people's code on hard pages: the failure is its score
            fields = {"error": str(error)}
        seconds += time.process_time() - begun
        made.append(json.dumps({"file": name} | fields, ensure_ascii=False, default=str))
    out.write_text("\n".join(made), encoding="utf-8")
    print(seconds)


if __name__ == "__main__":
    main()
