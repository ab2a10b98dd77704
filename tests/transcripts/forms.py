"""One talk in the forms in which tools save it. Each form is written here from what its tool is known to write."""

import json
from dataclasses import dataclass

from tests.transcripts.talk import KIM, TALK, TOM, WORDS, as_json, by_line, clock, docx, label, pieces, timed


@dataclass(frozen=True)
class Form:
    """A tool's form: which tool, how its files end, whether it carries how long people spoke, the file, and what the manager is called."""

    tool: str
    ending: str
    timed: bool
    content: bytes
    manager: str = KIM


FORMS: tuple[Form, ...] = (
    Form("Zoom", ".vtt", True, by_line(lambda n, one: f"{n}\n{timed(one)}\n{one[0]}: {one[3]}\n\n", "WEBVTT\n\n")),
    Form("Zoom, saved captions", ".txt", False, by_line(lambda n, one: f"[{one[0]}] 10:04:{n + 10}\n{one[3]}\n\n")),
    Form("Zoom chat", ".txt", False, by_line(lambda n, one: f"10:0{n}:12\t From {one[0]} to Everyone:\n\t{one[3]}\n")),
    Form(
        "Teams",
        ".vtt",
        True,
        by_line(lambda n, one: f"7d5f-{n}\n{timed(one)}\n<v {one[0]}>{one[3]}</v>\n\n", "WEBVTT\n\nNOTE duration\n\n"),
    ),
    Form(
        "Teams",
        ".docx",
        False,
        docx(
            [
                "Weekly-20261102-Meeting Transcript",
                "2 November 2026, 09:00am",
                "43s",
                f"{KIM} started transcription",
                *(text for one in TALK for text in (f"{one[0]}   {clock(one[1], hours=False, digits=0)}", one[3])),
                f"{KIM} stopped transcription",
            ]
        ),
    ),
    Form(
        "Teams, older",
        ".docx",
        False,
        docx([text for one in TALK for text in (f"0:0:{one[1]} --> 0:0:{one[2]}", one[0], one[3])]),
    ),
    Form(
        "Graph",
        ".vtt",
        True,
        by_line(
            lambda n, one: f"{timed(one)}\n{json.dumps({'speakerName': one[0], 'spokenText': one[3], 'spokenLanguage': 'en-us'})}\n\n",
            "WEBVTT\n\n",
        ),
    ),
    Form(
        "Meet",
        ".txt",
        False,
        by_line(
            lambda n, one: f"{one[0]}: {one[3]}\n",
            "Nov 2, 2026\nPriya / Tom - Transcript\n00:00:00\n \n",
            "\nTranscription ended after 00:00:43\n\nThis editable transcript was computer generated and might contain errors.\n",
        ),
    ),
    Form(
        "Meet, with who was there",
        ".txt",
        False,
        by_line(lambda n, one: f"{one[0]}: {one[3]}\n", f"Weekly\nAttendees\n{KIM}, {TOM}\nTranscript\n"),
    ),
    Form("Meet", ".md", False, by_line(lambda n, one: f"**{one[0]}:** {one[3]}\n\n", "# Priya / Tom \\- Transcript\n\n### 00:00:00\n\n")),
    Form("Meet", ".sbv", True, by_line(lambda n, one: f"{clock(one[1])[1:]},{clock(one[2])[1:]}\n{one[0]}: {one[3]}\n\n")),
    Form("Meet captions", ".vtt", True, by_line(lambda n, one: f"{timed(one)}\n({one[0]})\n{one[3]}\n\n", "WEBVTT\n\n")),
    Form("WebEx", ".vtt", True, by_line(lambda n, one: f'{n} "{one[0]}" (4030{n})\n{timed(one)}\n{one[3]}\n\n', "WEBVTT\n\n")),
    Form(
        "Otter",
        ".txt",
        False,
        by_line(
            lambda n, one: f"{one[0]}  {clock(one[1], hours=False, digits=0)}  \n{one[3]}\n\n", "", "Transcribed by https://otter.ai\n"
        ),
    ),
    Form("Otter", ".md", False, by_line(lambda n, one: f"**{one[0]}**  {clock(one[1], hours=False, digits=0)}  \n{one[3]}\n\n")),
    Form(
        "Otter",
        ".csv",
        False,
        by_line(lambda n, one: f'{clock(one[1], hours=False, digits=0)},{one[0]},"{one[3]}"\n', "Timestamp,Speaker,Transcript\n"),
    ),
    Form(
        "Fireflies",
        ".json",
        True,
        as_json(
            {
                "title": "1:1",
                "sentences": [
                    {"index": n, "speaker_name": one[0], "raw_text": one[3], "text": one[3], "start_time": one[1], "end_time": one[2]}
                    for n, one in enumerate(TALK)
                ],
            }
        ),
    ),
    Form(
        "Gong",
        ".json",
        True,
        as_json(
            {
                "parties": [{"speakerId": str(70 + label(name)), "name": name} for name in (KIM, TOM)],
                "transcript": [
                    {
                        "speakerId": str(70 + label(one[0])),
                        "topic": "Start",
                        "sentences": [{"start": round(one[1] * 1000), "end": round(one[2] * 1000), "text": one[3]}],
                    }
                    for one in TALK
                ],
            }
        ),
    ),
    Form(
        "Rev",
        ".json",
        True,
        as_json(
            {
                "speakers": [{"id": label(name), "name": name} for name in (KIM, TOM)],
                "monologues": [
                    {
                        "speaker": label(one[0]),
                        "elements": [
                            part
                            for word, start, end in pieces(one)
                            for part in ({"type": "text", "value": word, "ts": start, "end_ts": end}, {"type": "punct", "value": " "})
                        ],
                    }
                    for one in TALK
                ],
            }
        ),
    ),
    Form("Rev", ".txt", False, by_line(lambda n, one: f"{one[0]} ({clock(one[1], hours=False, digits=0)}):\n{one[3]}\n\n")),
    Form("Descript", ".txt", False, by_line(lambda n, one: f"[{clock(one[1], digits=0)}] {one[0]}: {one[3]}\n\n")),
    Form("Descript", ".md", False, by_line(lambda n, one: f"**{one[0]}:** [{clock(one[1], digits=0)}] {one[3]}\n\n", "# One to one\n\n")),
    Form("Trint", ".txt", False, by_line(lambda n, one: f"{one[0]} [{clock(one[1], digits=0)}] {one[3]}\n\n")),
    Form("Happy Scribe", ".txt", False, by_line(lambda n, one: f"[{clock(one[1])}] - {one[0]}\n{one[3]}\n\n")),
    Form("Recorder", ".txt", False, by_line(lambda n, one: f"{one[0]}\n{clock(one[1], hours=False, digits=0)}\n{one[3]}\n\n")),
    Form(
        "Deepgram",
        ".json",
        True,
        as_json(
            {
                "results": {
                    "channels": [
                        {
                            "alternatives": [
                                {
                                    "transcript": " ".join(one[3] for one in TALK),
                                    "words": [
                                        {
                                            "word": word.lower().strip(".,?"),
                                            "punctuated_word": word,
                                            "start": start,
                                            "end": end,
                                            "speaker": label(name),
                                        }
                                        for name, word, start, end in WORDS
                                    ],
                                }
                            ]
                        }
                    ]
                }
            }
        ),
        "0",
    ),
    Form(
        "AssemblyAI",
        ".json",
        True,
        as_json(
            {
                "text": " ".join(one[3] for one in TALK),
                "utterances": [
                    {"speaker": "AB"[label(one[0])], "text": one[3], "start": round(one[1] * 1000), "end": round(one[2] * 1000)}
                    for one in TALK
                ],
            }
        ),
        "A",
    ),
    Form(
        "AWS Transcribe",
        ".json",
        True,
        as_json(
            {
                "results": {
                    "transcripts": [{"transcript": " ".join(one[3] for one in TALK)}],
                    "speaker_labels": {
                        "segments": [
                            {
                                "speaker_label": f"spk_{label(name)}",
                                "start_time": f"{start:.3f}",
                                "items": [{"start_time": f"{start:.3f}", "speaker_label": f"spk_{label(name)}"}],
                            }
                            for name, _, start, _ in WORDS
                        ]
                    },
                    "items": [
                        part
                        for _, word, start, end in WORDS
                        for part in (
                            {
                                "type": "pronunciation",
                                "start_time": f"{start:.3f}",
                                "end_time": f"{end:.3f}",
                                "alternatives": [{"content": word.rstrip(".,?")}],
                            },
                            *([{"type": "punctuation", "alternatives": [{"content": word[-1]}]}] if word[-1] in ".,?" else []),
                        )
                    ],
                }
            }
        ),
        "spk_0",
    ),
    Form(
        "AWS Call Analytics",
        ".json",
        True,
        as_json(
            {
                "Transcript": [
                    {
                        "ParticipantRole": ("AGENT", "CUSTOMER")[label(one[0])],
                        "Content": one[3],
                        "BeginOffsetMillis": round(one[1] * 1000),
                        "EndOffsetMillis": round(one[2] * 1000),
                        "Items": [],
                    }
                    for one in TALK
                ]
            }
        ),
        "agent",
    ),
    Form(
        "WhisperX",
        ".json",
        True,
        as_json(
            {"segments": [{"start": one[1], "end": one[2], "text": f" {one[3]}", "speaker": f"SPEAKER_0{label(one[0])}"} for one in TALK]}
        ),
        "SPEAKER_00",
    ),
    Form(
        "WhisperX",
        ".srt",
        True,
        by_line(lambda n, one: f"{n}\n{clock(one[1], point=',')} --> {clock(one[2], point=',')}\n[SPEAKER_0{label(one[0])}]: {one[3]}\n\n"),
        "SPEAKER_00",
    ),
    Form(
        "noScribe",
        ".vtt",
        True,
        by_line(
            lambda n, one: f"{n}\n{timed(one)}\n<v S0{label(one[0])}>{one[3]}\n\n",
            "WEBVTT Weekly\n\nNOTE\nTranscribed with noScribe\n\n0\n00:00:00.000 --> 00:00:01.000\n<v >(1 second pause)\n\n",
        ),
        "S00",
    ),
    Form(
        "Speechmatics",
        ".json",
        True,
        as_json(
            {
                "results": [
                    {
                        "type": "word",
                        "start_time": start,
                        "end_time": end,
                        "alternatives": [{"content": word, "speaker": f"S{1 + label(name)}"}],
                    }
                    for name, word, start, end in WORDS
                ]
            }
        ),
        "S1",
    ),
    Form(
        "Google Speech",
        ".json",
        True,
        as_json(
            {
                "results": [
                    {
                        "alternatives": [
                            {
                                "words": [
                                    {"word": word, "startTime": f"{start}s", "endTime": f"{end}s", "speakerTag": 1 + label(name)}
                                    for name, word, start, end in WORDS
                                ]
                            }
                        ]
                    }
                ]
            }
        ),
        "1",
    ),
    Form(
        "Read.ai",
        ".json",
        True,
        as_json(
            {
                "participants": [{"name": KIM}],
                "transcript": {
                    "speaker_blocks": [
                        {"start_time": 1738751963 + one[1], "end_time": 1738751963 + one[2], "speaker": {"name": one[0]}, "words": one[3]}
                        for one in TALK
                    ]
                },
            }
        ),
    ),
    Form(
        "Recall",
        ".json",
        True,
        as_json(
            [
                {
                    "participant": {"id": label(one[0]), "name": one[0]},
                    "words": [
                        {"text": word, "start_timestamp": {"relative": start}, "end_timestamp": {"relative": end}}
                        for word, start, end in pieces(one)
                    ],
                }
                for one in TALK
            ]
        ),
    ),
    Form(
        "a chat with a model",
        ".json",
        False,
        as_json(
            {"messages": [{"role": ("user", "assistant")[label(one[0])], "content": [{"type": "text", "text": one[3]}]} for one in TALK]}
        ),
        "user",
    ),
    Form(
        "WhatsApp",
        ".txt",
        False,
        by_line(
            lambda n, one: f"[02.11.26, 09:0{n}:02] {one[0]}: {one[3]}\n",
            "[02.11.26, 09:00:00] Messages and calls are end-to-end encrypted.\n",
        ),
    ),
    Form("Slack", ".txt", False, by_line(lambda n, one: f"{one[0]}  10:0{n} AM\n{one[3]}\n\n")),
    Form("a table", ".csv", True, by_line(lambda n, one: f"{one[0]};{one[1]};{one[2]};{one[3]}\n", "Sprecher;Beginn;Ende;Text\n")),
    Form(
        "a table",
        ".tsv",
        True,
        by_line(lambda n, one: f"{one[0]}\t{round(one[1] * 1000)}\t{round(one[2] * 1000)}\t{one[3]}\n", "who\tstart\tend\ttext\n"),
    ),
    Form(
        "a list", ".jsonl", True, b"\n".join(as_json({"speaker": one[0], "text": one[3], "start": one[1], "end": one[2]}) for one in TALK)
    ),
    Form(
        "YouTube",
        ".vtt",
        True,
        by_line(
            lambda n, one: (
                f"{timed(one)} align:start position:0%\n \n&gt;&gt; {one[0]}: "
                + one[3].replace(" ", f"<{clock(one[1] + 0.2)}><c> ", 1)
                + "</c>\n\n"
                + f"{clock(one[2])} --> {clock(one[2] + 0.01)} align:start\n&gt;&gt; {one[0]}: {one[3]}\n \n\n"
            ),
            "WEBVTT\nKind: captions\nLanguage: en\n\n",
        ),
    ),
    Form("typed", ".txt", False, by_line(lambda n, one: f"{one[0]}: {one[3]}\n")),
    Form("initials", ".txt", False, by_line(lambda n, one: f"{''.join(part[0] for part in one[0].split())}: {one[3]}\n"), "PN"),
    Form("tabs between", ".txt", False, by_line(lambda n, one: f"{one[0]}\t{clock(one[1], digits=0)}\t{one[3]}\n")),
)
