"""Plain values of the field: codes, partial dates, quantities, money, names. No models, queries or files."""
