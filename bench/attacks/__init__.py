"""People at work while someone means harm: how long they wait, and what is lost."""
