"""Codes about what is transferred and at what price: systems, items, quantities, values."""

from deals.vocab.codes.base import Codes


class SystemCategory(Codes):
    """The category of a weapon system, after SIPRI, whose list has no small arms, ammunition or services."""

    AIRCRAFT = "aircraft", "Aircraft", "Aeroplanes, helicopters and unmanned aerial vehicles."
    AIR_DEFENCE_SYSTEMS = (
        "air_defence_systems",
        "Air defence systems",
        "Ground-based systems against air attack.",
    )
    ARMOURED_VEHICLES = (
        "armoured_vehicles",
        "Armoured vehicles",
        "Tanks, fighting vehicles and armoured carriers.",
    )
    ARTILLERY = "artillery", "Artillery", "Guns, howitzers, mortars and rocket launchers of large calibre."
    ENGINES = "engines", "Engines", "Engines for military aircraft, ships and armoured vehicles."
    MISSILES = "missiles", "Missiles", "Guided missiles, guided bombs and torpedoes."
    NAVAL_WEAPONS = "naval_weapons", "Naval weapons", "Weapon systems to be fitted on ships."
    SATELLITES = "satellites", "Satellites", "Satellites for military use."
    SENSORS = "sensors", "Sensors", "Radars, sonars and electro-optical systems."
    SHIPS = "ships", "Ships", "Warships, submarines and other naval vessels."
    SMALL_ARMS_LIGHT_WEAPONS = (
        "small_arms_light_weapons",
        "Small arms and light weapons",
        "Rifles, pistols, machine guns and other weapons that one person or a small crew can carry.",
    )
    AMMUNITION = "ammunition", "Ammunition", "Rounds, shells and charges that are not guided."
    SERVICES = "services", "Services", "Maintenance, training, construction and other work."
    OTHER = "other", "Other", "Military goods of no other category."


class UnrocaCategory(Codes):
    """The category of the United Nations Register of Conventional Arms; many systems have none.

    A ground-to-air system such as the S-400 has no category here, while an assault rifle, which SIPRI does
    not list, falls under SALW. Members are named by what they hold; the codes are the Register's numerals.
    """

    BATTLE_TANKS = (
        "I",
        "I Battle tanks",
        "Armoured fighting vehicles with a high-velocity direct-fire gun of 75 mm or more.",
    )
    ARMOURED_COMBAT_VEHICLES = (
        "II",
        "II Armoured combat vehicles",
        "Armoured vehicles that carry infantry, or a gun or missile launcher.",
    )
    LARGE_CALIBRE_ARTILLERY = (
        "III",
        "III Large-calibre artillery systems",
        "Artillery, mortars and rocket launchers of 75 mm or more.",
    )
    COMBAT_AIRCRAFT_AND_UCAV = (
        "IV",
        "IV Combat aircraft and unmanned combat aerial vehicles",
        "Fixed-wing aircraft, manned or not, that attack with weapons; used where IVa or IVb is not stated.",
    )
    COMBAT_AIRCRAFT = "IVa", "IVa Combat aircraft", "Manned fixed-wing aircraft made to attack with weapons."
    UCAV = (
        "IVb",
        "IVb Unmanned combat aerial vehicles",
        "Unmanned fixed-wing aircraft made to attack with weapons.",
    )
    ATTACK_HELICOPTERS = "V", "V Attack helicopters", "Rotary-wing aircraft made to attack with weapons."
    WARSHIPS = (
        "VI",
        "VI Warships",
        "Armed vessels and submarines above the Register's tonnage or missile range.",
    )
    MISSILES_AND_LAUNCHERS = (
        "VII",
        "VII Missiles and missile launchers",
        "Guided or unguided missiles and rockets, and their launchers.",
    )
    MANPADS = (
        "VIIb",
        "VIIb Man-portable air-defence systems",
        "Air-defence missiles that one person can carry and fire.",
    )
    SALW = "SALW", "Small arms and light weapons", "Assault rifles, light machine guns and other small arms."


class TransferMode(Codes):
    """How goods pass from supplier to recipient."""

    SALE = "sale", "Sale", "The goods are sold as they are."
    LICENSED_PRODUCTION = (
        "licensed_production",
        "Licensed production",
        "The recipient makes them under a licence.",
    )
    KIT_ASSEMBLY = "kit_assembly", "Assembly from kits", "The recipient assembles them from delivered kits."
    TECHNOLOGY_TRANSFER = (
        "technology_transfer",
        "Technology transfer",
        "Knowledge and drawings are handed over.",
    )
    LEASE = "lease", "Lease", "The goods are handed over for a time against payment."
    LOAN = "loan", "Loan", "The goods are handed over for a time without payment."
    AID = "aid", "Aid", "The goods are given as military aid."
    GIFT = "gift", "Gift", "The goods are given away."
    UPGRADE = "upgrade", "Upgrade", "Goods that the recipient has are modernised."
    SERVICES = "services", "Services", "Work is done and no goods are handed over."
    UNKNOWN = "unknown", "Unknown", "No report says how."


class ItemCondition(Codes):
    """Whether goods are new or used when they are handed over."""

    NEW = "new", "New", "Newly made."
    SECOND_HAND = "second_hand", "Second-hand", "Used before by another."
    SECOND_HAND_MODERNISED = (
        "second_hand_modernised",
        "Second-hand, modernised",
        "Used before by another and modernised before delivery.",
    )
    UNKNOWN = "unknown", "Unknown", "No report says."


class UnitOfCount(Codes):
    """What one of the counted things is; part of the claim, for five systems are not five launchers."""

    ITEM = "item", "item", "A single piece, or a unit that the report does not explain."
    SYSTEM = "system", "system", "A complete system of several parts."
    BATTERY = "battery", "battery", "A battery of launchers or guns with what belongs to it."
    REGIMENT = "regiment", "regiment", "A regiment's set of equipment."
    SQUADRON = "squadron", "squadron", "A squadron's set of equipment."
    LAUNCHER = "launcher", "launcher", "A single launcher."
    MISSILE = "missile", "missile", "A single missile."
    HULL = "hull", "hull", "A single vessel."
    SET = "set", "set", "A set of things that the report counts as one."
    ROUND = "round", "round", "A single round of ammunition."


class Qualifier(Codes):
    """How exactly a report gives a quantity or an amount."""

    EXACT = "exact", "exactly", "The number as the report prints it, without reserve."
    ABOUT = "about", "about", "The report says about, around, nearly or the like."
    AT_LEAST = "at_least", "at least", "The number is a lower bound: over, more than, at least."
    UP_TO = "up_to", "up to", "The number is an upper bound: up to, at most, less than."
    RANGE = "range", "between", "The report gives a lowest and a highest number."
    UNKNOWN = "unknown", "unknown", "The report gives no number."
    UNDISCLOSED = "undisclosed", "undisclosed", "The report says that the number was not made public."


class ValueKind(Codes):
    """What an amount of money stands for."""

    CONTRACT_VALUE = "contract_value", "Contract value", "What the parties agreed to pay in all."
    ESTIMATED_COST = "estimated_cost", "Estimated cost", "What somebody estimates that it costs."
    CEILING = "ceiling", "Ceiling", "The most it may cost, as in a notice of a possible sale."
    UNIT_PRICE = "unit_price", "Unit price", "The price of one of the items."
    FINANCING = "financing", "Financing", "A loan or grant that pays for it."
    OFFSET = "offset", "Offset", "Work or investment promised in return to the recipient's economy."
    DOWN_PAYMENT = "down_payment", "Down payment", "What is paid when the agreement is signed."
