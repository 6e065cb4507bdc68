"""What any page may place."""
