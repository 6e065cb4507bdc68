"""The heaviest comparison that the API accepts."""

import json

HEAVY = json.dumps(
    {
        "scenarios": [
            {"categorie": "esms", "etablissements": 3 + each, "horizon": 10, "options": {"pack-complementaire": {}}}
            for each in range(8)
        ]
    }
).encode()
