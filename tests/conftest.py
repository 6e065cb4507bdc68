"""The same examples on every machine, and no deadline: a slow machine is not a wrong result."""

from hypothesis import settings

settings.register_profile("project", deadline=None, derandomize=True, max_examples=150)
settings.load_profile("project")
