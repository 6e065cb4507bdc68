"""Before tariffs are published: the release check, and the folder of the next year."""
