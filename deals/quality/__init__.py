"""Rules that list what is wrong on the desk.

A rule is one small function that yields its offenders and says why.
"""
