"""Figures from other fields to hold a number against. None of them is a norm for sales coaching, and each says where it is from."""

from typing import Final

ANCHORS: Final = {
    "asked_told": "None is published for coaching; what the moment calls for sets the band.",
    "asked_share": "Counselling (AnnoMI transcripts): tells high from low quality sessions in 89 of 100 pairs.",
    "asked_share_words": "Counselling (AnnoMI transcripts): tells high from low quality sessions in 93 of 100 pairs.",
    "ask_listen_share": "Counselling (AnnoMI transcripts): tells high from low quality sessions in 96 of 100 pairs, the strongest single figure there.",
    "tells_per_100": "Counselling (AnnoMI transcripts): 13.5 in high quality sessions, 38.1 in low.",
    "reflection_to_question": "Counselling (MITI 4.2, experts' opinion on 20-minute sessions): 1 : 1 is fair, 2 : 1 good. AnnoMI transcripts: 1.00 high, 0.27 low.",
    "open_question_share": "Counselling (an older MITI): 50 %. AnnoMI transcripts: it does not separate quality there (57 % high, 64 % low).",
    "talk_share": "Counselling (AnnoMI transcripts): 52 % in high quality sessions, 62 % in low. ICF marker 7.8 wants the client to do most of the talking, without a figure.",
    "stacked_questions": "Life and business coaching (ICF marker 7.6): one question at a time.",
    "gap_asked_share": "Business leaders (Zenger/Folkman, 3,761 of them): 24 % rate their coaching higher than others do.",
    "gap_score": "Business leaders (Zenger/Folkman, 3,761 of them): 24 % rate their coaching higher than others do.",
    "grow": "Business coaching (Whitmore's GROW): a compass, not an order to keep.",
    "commitment": "Business coaching (Whitmore's GROW): the W, Will.",
}
"""Measure id to its anchor; a measure that is not here has none."""
