"""Days, dates and deadlines, as people say them in English; looked for in small letters."""

import re
from typing import Final

DATE: Final = re.compile(
    r"""\b(
        (mon|tues|wednes|thurs|fri|satur|sun)days? | today | tonight | tomorrow | (this|next|coming|every|each)\ (week|month
        |quarter|year|morning|evening|day)
      | (end|start|beginning|middle)\ of\ (the\ |this\ |next\ )?(day|week|month|quarter|year|\w+day|january|february|march|april
      |may|june|july|august|september
          |october|november|december) | close\ of\ business | month[\ -]end | quarter[\ -]end | noon
      | (january|february|march|april|june|july|august|september|october|november|december)\b | (in|of|by|until|from|on)\ may\b
      | \d{1,2}\.?\ may\b | may\ \d
      | (by|on|from|until|before|the)\ (the\ )?\d{1,2}(st|nd|rd|th)\b | the\ (first|second|third|fifteenth|last|thirtieth)\ (of
      |day|working)\b
      | (within|in|after)\ (\d+|an?|one|two|three|four|five|ten)\ (hours?|days?|weeks?|months?) | within\ the\ (hour|day|week)
      | the\ same\ (day|evening)
      | (weekly|daily|monthly) | \d{1,2}\ ?(am|pm)\b | at\ \d{1,2}([:.]\d\d)? | \d{1,2}[:.]\d\d
    )""",
    re.VERBOSE,
)
