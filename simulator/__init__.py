"""A flight simulator for the one-to-one talk between a sales manager and a rep.

What is said here stays on this machine, unless a model was chosen for it. Some libraries report to their makers; they look at
the environment as they are loaded, so they are told not to before anything of ours can load them, and so are child processes.
"""

import os

__version__ = "0.2.0"

REPORTS_NOTHING = {
    "ORT_DISABLE_TELEMETRY": "1",  # onnxruntime; its own switch, after the import, comes when the device already has a number
    "ANONYMIZED_TELEMETRY": "False",  # Chroma
    "STREAMLIT_BROWSER_GATHER_USAGE_STATS": "false",
    "LANGSMITH_TRACING": "false",
    "LANGSMITH_TRACING_V2": "false",
    "LANGCHAIN_TRACING_V2": "false",
    "OTEL_SDK_DISABLED": "true",  # OpenTelemetry, which Chroma and LangSmith would use
    "HF_HUB_DISABLE_TELEMETRY": "1",  # Hugging Face's hub, which tokenizers brings
    "DO_NOT_TRACK": "1",  # whatever else keeps to it
}
os.environ.update(REPORTS_NOTHING)
for _name in ("LANGCHAIN_TRACING", "LANGCHAIN_HANDLER"):  # LangChain's first tracing; it fails where they are set
    os.environ.pop(_name, None)
