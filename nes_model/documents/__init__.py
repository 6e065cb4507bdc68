"""YAML and JSON as nodes that know their line, checked against models, with every problem in French."""
