"""What it takes to serve the simulator from several processes."""
