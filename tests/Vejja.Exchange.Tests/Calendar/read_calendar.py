"""Reads calendars with icalendar and dateutil: one JSON text with a calendar a line in, one JSON list of events a line out."""
import io
import json
import sys
from datetime import timezone

import icalendar
from dateutil import rrule, tz

MOST = 2000


def instant(moment):
    return tz.resolve_imaginary(moment).astimezone(timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")


def aware(value, zone):
    """The zone is the calendar's own VTIMEZONE, not one that this machine knows by name."""
    return value if value.tzinfo == icalendar.prop.pytz.utc else value.replace(tzinfo=zone)


def occurrences(event, zone):
    first = aware(event["dtstart"].dt, zone)
    moments = rrule.rruleset()
    moments.rdate(first)
    if "rrule" in event:
        moments.rrule(rrule.rrulestr(event["rrule"].to_ical().decode(), dtstart=first))
    if "rdate" in event:
        for date in event["rdate"].dts:
            moments.rdate(aware(date.dt, zone))
    return [instant(moment) for moment, _ in zip(moments, range(MOST))]


def read(text):
    zone_text = text[text.index("BEGIN:VTIMEZONE"):text.index("END:VTIMEZONE")] + "END:VTIMEZONE\r\n"
    calendar = icalendar.Calendar.from_ical(text)
    zones = tz.tzical(io.StringIO(zone_text))
    zone = zones.get(zones.keys()[0])
    return {
        "method": str(calendar["method"]),
        "events": [
            {
                "uid": str(event["uid"]),
                "sequence": int(event["sequence"]),
                "status": str(event["status"]),
                "summary": str(event["summary"]),
                "description": str(event.get("description", "")),
                "alarms": len([part for part in event.subcomponents if part.name == "VALARM"]),
                "occurrences": occurrences(event, zone),
            }
            for event in calendar.walk("VEVENT")
        ],
    }


for line in sys.stdin:
    print(json.dumps(read(json.loads(line))), flush=True)
