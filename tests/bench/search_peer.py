"""lemon24/reader's own search over the same texts, in an environment of its own: `search_peer.py FOLDER`.

Reads `texts.jsonl` (id, text) and `queries.json` from the folder and writes `found.json`: for each query how many
milliseconds its first 30 took, and the ids of all that it finds. A query is put in quotes, as a phrase of its language.
"""

import json
import sys
import time
from pathlib import Path

from reader import make_reader

FEED = "https://peer.invalid/feed"
FIRST = 30


def main(folder: Path) -> None:
    with make_reader(str(folder / "reader.db")) as reader:
        reader.add_feed(FEED, allow_invalid_url=True)  # it is never fetched
        with (folder / "texts.jsonl").open(encoding="utf-8") as lines:
            for line in lines:
                name, text = json.loads(line)
                reader.add_entry({"feed_url": FEED, "id": name, "summary": text})
        reader.enable_search()
        reader.update_search()
        found = []
        for query in json.loads((folder / "queries.json").read_text(encoding="utf-8")):
            begun = time.perf_counter()
            list(reader.search_entries(f'"{query}"', limit=FIRST))
            taken = 1000 * (time.perf_counter() - begun)
            found.append((taken, [one.id for one in reader.search_entries(f'"{query}"')]))
    (folder / "found.json").write_text(json.dumps(found))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
