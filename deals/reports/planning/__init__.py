"""The steps of planning a load: what the desk knows, then its records, its claims, and what is gone.

They read the database and write nothing; `deals.reports.plan` puts them together.
"""
