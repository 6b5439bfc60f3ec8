"""The desk as a newcomer starts it: the demo is read, served, and stopped again with nothing left running."""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

SUYUAN = Path(sys.executable).with_name("suyuan")


def free_port() -> int:
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        port: int = trial.getsockname()[1]
        return port


def fetched(url: str, patience: float) -> str:
    begun = time.monotonic()
    while True:
        try:
            with urllib.request.urlopen(url, timeout=10) as answer:
                text: str = answer.read().decode()
                return text
        except OSError:
            if time.monotonic() - begun > patience:
                raise
            time.sleep(0.3)


def ended(group: int) -> bool:
    """Whether nothing of a process group runs any more; helpers of the interpreter end a moment after their parent."""
    for _ in range(40):
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.25)
    return False


def test_the_demo_is_served_and_stopped(tmp_path: Path) -> None:
    port = free_port()
    command = [SUYUAN, "demo", "--desk", "demo-desk", "--port", str(port)]
    child = subprocess.Popen(
        command,
        cwd=tmp_path,
        stdout=subprocess.PIPE,
        text=True,
        env=os.environ | {"SUYUAN_LANG": "en"},
        start_new_session=True,
    )
    try:
        page = fetched(f"http://127.0.0.1:{port}/?lang=zh", patience=120)
        assert "正在发生" in page and "份独立文本" in page
        assert "这里不抓取任何内容" in fetched(f"http://127.0.0.1:{port}/subscriptions?lang=zh", patience=5)
        assert "渡" in fetched(f"http://127.0.0.1:{port}/search?q=%E6%B8%A1%E8%88%B9", patience=5)
        second = subprocess.run(
            command, cwd=tmp_path, capture_output=True, text=True, timeout=60, env=os.environ | {"SUYUAN_LANG": "en"}
        )
        assert second.returncode == 1
        assert str(port) in second.stderr and "Traceback" not in second.stderr
    finally:
        child.send_signal(signal.SIGINT)
        out, _ = child.communicate(timeout=60)
    assert f"The desk is at http://127.0.0.1:{port}" in out
    assert ended(child.pid)
