"""The letter by which an organisation asks to join: a draft to complete and sign, on paper or in a word processor."""
