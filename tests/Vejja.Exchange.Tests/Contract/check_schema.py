"""Checks JSON texts against a schema: the schema's path as argument, a text a line in, the first fault (or nothing) a line out."""
import json
import sys

from jsonschema import Draft202012Validator

with open(sys.argv[1], encoding="utf-8") as file:
    schema = json.load(file)
Draft202012Validator.check_schema(schema)
validator = Draft202012Validator(schema)
for line in sys.stdin:
    faults = sorted(validator.iter_errors(json.loads(line)), key=lambda fault: list(map(str, fault.path)))
    print(f"{'/'.join(map(str, faults[0].path))}: {faults[0].message}"[:400].replace("\n", " ") if faults else "")
