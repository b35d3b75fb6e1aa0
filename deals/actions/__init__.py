"""Every write that touches more than one row: named, keyword-only, atomic, with who (`by`) and why
(`reason`)."""
