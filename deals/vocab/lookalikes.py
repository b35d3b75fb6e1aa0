"""Letters of other scripts that are drawn like Latin letters or digits, as data."""

# Capitals and small letters apart: the Cyrillic capital ve looks like B, while its small letter does not.
# The Cyrillic ze looks like the digit 3.
_PAIRS = (
    ("АВЕЅІЈКМНОРСТУХҮԚԜЬЗ", "ABESIJKMHOPCTYXYQWb3"),  # Cyrillic capitals
    ("аеѕіјорсухүԛԝьзһԁӏ", "aesijopcyxyqwb3hdl"),  # Cyrillic small letters
    ("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧϹϳ", "ABEZHIKMNOPTYXCj"),  # Greek capitals
    ("αγικνορτυχϲ", "ayikvoptuxc"),  # Greek small letters
)

LOOKALIKES: dict[int, str] = {
    ord(letter): latin for letters, latins in _PAIRS for letter, latin in zip(letters, latins, strict=True)
}
