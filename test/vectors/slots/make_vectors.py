"""Works out with Python's own zoneinfo what slots and clocks must be; our engine is not asked.

    python3 -m pip install tzdata==2026.6        # the release our zone table has: 2026f
    python3 test/vectors/slots/make_vectors.py   # writes zones-to-run.json and all-zones.json beside it

An instant is open when the clock of the zone shows a time inside the hours; a slot starts where the
clock shows a time of the grid, and every five minutes of it must be open.
"""

import hashlib
import json
import os
from datetime import datetime, timedelta, timezone

# Only the tzdata package counts, never what the machine has.
os.environ["PYTHONTZPATH"] = ""
import tzdata  # noqa: E402
import zoneinfo  # noqa: E402

zoneinfo.reset_tzpath(to=[])
HERE = os.path.dirname(os.path.abspath(__file__))
UTC = timezone.utc
STEP = timedelta(minutes=5)
SESSION_MINUTES = 45
GRID_MINUTES = 30
# Evening hours that end past midnight, small hours and a working day: every jump of a clock meets one of them.
HOURS = [("00:00", "05:30"), ("09:00", "17:00"), ("21:00", "01:00")]

CASES = [
    ("Australia/Lord_Howe", "2026-04-05", "repeats half an hour in Lord Howe"),
    ("Australia/Lord_Howe", "2026-10-04", "skips half an hour in Lord Howe"),
    ("Pacific/Chatham", "2026-09-27", "goes from +12:45 to +13:45 in Chatham"),
    ("Pacific/Chatham", "2026-04-05", "goes back from +13:45 to +12:45 in Chatham"),
    ("Pacific/Apia", "2011-12-30", "has no Friday, 30 December 2011, in Apia"),
    ("Pacific/Kwajalein", "1993-08-21", "has no Saturday, 21 August 1993, in Kwajalein"),
    ("Pacific/Kiritimati", "2026-11-23", "is fourteen hours ahead in Kiritimati"),
    ("Europe/Dublin", "2026-03-29", "ends negative saving in Dublin"),
    ("Europe/Dublin", "2026-10-25", "begins negative saving in Dublin"),
    ("Africa/Casablanca", "2026-02-15", "goes back for Ramadan in Casablanca"),
    ("Africa/Casablanca", "2026-03-22", "comes out of Ramadan in Casablanca"),
    ("Africa/Casablanca", "2026-09-20", "goes to UTC for good in Casablanca"),
    ("Africa/Casablanca", "2027-02-07", "stays on UTC through the next Ramadan in Casablanca"),
    ("Africa/Cairo", "2026-04-24", "skips midnight in Cairo"),
    ("Africa/Cairo", "2026-10-29", "has eleven at night twice in Cairo"),
    ("Asia/Beirut", "2023-03-30", "follows the quarrel about the clocks of Beirut in 2023"),
    ("America/Havana", "2026-03-08", "misses midnight in Havana"),
    ("America/Havana", "2026-11-01", "has midnight twice in Havana"),
    ("America/Sao_Paulo", "2018-11-04", "skips midnight in Sao Paulo in 2018"),
    ("America/Asuncion", "2024-10-06", "changes for the last time in Asuncion"),
    ("America/Nuuk", "2024-03-31", "changes in the evening of the day before in Nuuk"),
    ("Asia/Gaza", "2026-03-28", "springs forward in Gaza"),
    ("Asia/Gaza", "2026-10-31", "falls back in Gaza"),
    ("America/St_Johns", "2026-03-08", "stands on the half hours of St John's"),
    ("Asia/Kathmandu", "2026-11-23", "stands on the quarters of Kathmandu"),
    ("Antarctica/Troll", "2026-03-29", "skips two hours in Troll"),
    ("Antarctica/Troll", "2026-10-25", "repeats two hours in Troll"),
    ("America/Caracas", "2016-05-01", "gives half an hour back in Caracas"),
    ("Asia/Pyongyang", "2018-05-05", "gives half an hour back in Pyongyang"),
    ("Asia/Almaty", "2024-03-01", "joins its country in Almaty"),
    ("Europe/Volgograd", "2020-12-27", "goes back to Moscow time in Volgograd"),
    ("Africa/Juba", "2021-02-01", "leaves East Africa time in Juba"),
    ("America/Mexico_City", "2022-10-30", "falls back for the last time in Mexico"),
    ("Asia/Tehran", "2022-09-22", "falls back for the last time in Tehran"),
    ("Asia/Amman", "2022-10-28", "stays on summer time for good in Amman"),
    ("America/Ciudad_Juarez", "2022-11-30", "changes twice in one autumn in Ciudad Juarez"),
    ("America/Vancouver", "2026-11-01", "does not fall back in Vancouver any more"),
    ("America/Edmonton", "2026-11-01", "does not fall back in Edmonton any more"),
]


def minute_of(text):
    hours, minutes = text.split(":")
    return int(hours) * 60 + int(minutes)


def windows():
    for start, end in HOURS:
        first, last = minute_of(start), minute_of(end)
        yield first, last if last > first else last + 24 * 60


def inside(wall):
    """For each of the hours: how many minutes into it the clock shows, counted from its own midnight."""
    minute = wall.hour * 60 + wall.minute
    for first, last in windows():
        for shown in (minute, minute + 24 * 60):
            if first <= shown < last:
                yield shown - first


def slots(name, day):
    zone = zoneinfo.ZoneInfo(name)
    start = datetime.fromisoformat(day).replace(tzinfo=UTC) - timedelta(days=1)
    end = start + timedelta(days=3)
    found = []
    at = start
    while at < end:
        starts = any(into % GRID_MINUTES == 0 for into in inside(at.astimezone(zone)))
        held = (at + STEP * step for step in range(-(-SESSION_MINUTES // 5)))
        if starts and all(any(True for _ in inside(each.astimezone(zone))) for each in held):
            found.append(f"{at:%m-%dT%H:%M}Z {at.astimezone(zone):%m-%d %H:%M}")
        at += STEP
    return {"from": f"{start:%Y-%m-%dT%H:%M}Z", "until": f"{end:%Y-%m-%dT%H:%M}Z", "expected": found}


def changes(name):
    """[epoch seconds, seconds ahead of UTC from then on] from 2016 to 2037, to the second."""
    zone = zoneinfo.ZoneInfo(name)
    offset = lambda at: int(at.astimezone(zone).utcoffset().total_seconds())
    at, end = datetime(2016, 1, 1, tzinfo=UTC), datetime(2037, 1, 1, tzinfo=UTC)
    found = [[int(at.timestamp()), offset(at)]]
    step = timedelta(hours=12)
    while at < end:
        after = at + step
        if offset(after) != offset(at):
            low, high = at, after
            while high - low > timedelta(seconds=1):
                middle = low + (high - low) / 2
                middle = middle.replace(microsecond=0)
                low, high = (low, middle) if offset(middle) == offset(after) else (middle, high)
            found.append([int(high.timestamp()), offset(after)])
        at = after
    return found


def write(name, value):
    with open(os.path.join(HERE, name), "w") as file:
        json.dump(value, file, indent=2)
        file.write("\n")


SOURCE = f"make_vectors.py: Python's zoneinfo over the tzdata package {tzdata.__version__} (tz release {tzdata.IANA_VERSION})"
write(
    "zones-to-run.json",
    {
        "source": SOURCE,
        "hours": [{"startsAt": start, "endsAt": end} for start, end in HOURS],
        "sessionMinutes": SESSION_MINUTES,
        "stepMinutes": GRID_MINUTES,
        "cases": [
            {"behaviour": behaviour, "timeZone": name, **slots(name, day)}
            for name, day, behaviour in CASES
        ],
    },
)
names = sorted(zoneinfo.available_timezones())
write(
    "all-zones.json",
    {
        "source": SOURCE + ": SHA-256, first 16 digits, of every change of offset from 2016 to 2037 as JSON",
        "zones": {
            name: hashlib.sha256(
                json.dumps(changes(name), separators=(",", ":")).encode()
            ).hexdigest()[:16]
            for name in names
        },
    },
)
