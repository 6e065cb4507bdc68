"""A quote on paper, typeset by typst."""
