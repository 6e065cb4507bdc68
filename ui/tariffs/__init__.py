"""The tariffs page: what is in force, what is doubtful, what another amount would change."""
