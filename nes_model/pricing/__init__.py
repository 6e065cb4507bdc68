"""The one rule and what it yields: the quote, its years, what its doubts weigh, what a change moves."""
