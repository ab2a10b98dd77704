"""Chroma takes nothing from a `.env` that is not ours."""

import subprocess
import sys
from pathlib import Path

from simulator.settings import PROJECT

FOREIGN = "IS_PERSISTENT=perhaps\nANONYMIZED_TELEMETRY=maybe\nALLOW_RESET=true\nCHROMA_SERVER_HOST=192.0.2.1\nTENANT_ID=somebody\n"
ASK = """
from simulator.library import index, looking
from simulator.library.chroma import chroma_settings
from pydantic_settings import BaseSettings
class Other(BaseSettings, env_file=".env"):
    chroma_server_host: str = ""
    model_config = {"extra": "ignore"}
ours = chroma_settings()
print(ours.allow_reset, ours.chroma_server_host, ours.tenant_id, ours.anonymized_telemetry, Other().chroma_server_host)
"""


def test_a_foreign_file_of_settings_is_not_read(tmp_path: Path) -> None:
    (tmp_path / ".env").write_text(FOREIGN, encoding="utf-8")
    command = [sys.executable, "-c", ASK]
    done = subprocess.run(command, cwd=tmp_path, env={"PYTHONPATH": str(PROJECT)}, capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "None", "default", "False", "192.0.2.1"], "and whoever else reads one still does"
