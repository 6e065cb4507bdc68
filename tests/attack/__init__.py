"""What one visitor who means harm can do to the others: nothing that they notice."""
