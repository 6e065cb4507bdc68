"""Everything that may go wrong, at once and in any order, and people who must not notice: `make chaos`."""
