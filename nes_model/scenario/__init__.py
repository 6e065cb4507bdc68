"""What is asked: the scenario, its counts and checks, its link and its file, and the ready-made examples."""
