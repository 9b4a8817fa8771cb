"""The nouns of an exchange, the plan they form, and what an audience may see of it.

One set of SQLAlchemy 2 mapped classes serves the file, the rules, the screens and the papers; `docs/concepts.md`
defines each noun once. Importing this package registers every table.
"""

from planner.model.base import Base
from planner.model.calendar import CalendarDay
from planner.model.calls import Call
from planner.model.changes import Change, ChangedRow
from planner.model.cities import City, FormerName, Partnership, PartnershipContact
from planner.model.delegations import Delegation, Group, GroupMember, Member, Relation, Wish
from planner.model.homestays import Room, Stay
from planner.model.households import Acquaintance, Bed, Clearance, HostOffer, Household, NightOff, Pet, Resident
from planner.model.interpreting import Assignment, Availability, Interpreter, Need, Speech
from planner.model.message import Cancelled, Message, PlannerError
from planner.model.people import AnimalNeed, Contact, FoodNeed, Person, SpokenLanguage
from planner.model.plan import Plan
from planner.model.programme import (
    Activity,
    ActivityGroup,
    ActivityMember,
    Journey,
    JourneyGroup,
    JourneyMember,
    Meal,
    OpeningHours,
    Place,
)
from planner.model.ruling import Acceptance, RuleSetting
from planner.model.sheets import ColumnMapping, ReviewItem, SheetImport, SourceRow
from planner.model.visits import PaperIssue, Visit, VisitPhone
from planner.model.ways import Way
from planner.model.wordings import Wording
from planner.model.zonerecords import ZoneRecord

__all__ = [
    "Acceptance",
    "Acquaintance",
    "Activity",
    "ActivityGroup",
    "ActivityMember",
    "AnimalNeed",
    "Assignment",
    "Availability",
    "Base",
    "Bed",
    "CalendarDay",
    "Call",
    "Cancelled",
    "Change",
    "ChangedRow",
    "City",
    "Clearance",
    "ColumnMapping",
    "Contact",
    "Delegation",
    "FoodNeed",
    "FormerName",
    "Group",
    "GroupMember",
    "HostOffer",
    "Household",
    "Interpreter",
    "Journey",
    "JourneyGroup",
    "JourneyMember",
    "Meal",
    "Member",
    "Message",
    "Need",
    "NightOff",
    "OpeningHours",
    "PaperIssue",
    "Partnership",
    "PartnershipContact",
    "Person",
    "Pet",
    "Place",
    "Plan",
    "PlannerError",
    "Relation",
    "Resident",
    "ReviewItem",
    "Room",
    "RuleSetting",
    "SheetImport",
    "SourceRow",
    "Speech",
    "SpokenLanguage",
    "Stay",
    "Visit",
    "VisitPhone",
    "Way",
    "Wish",
    "Wording",
    "ZoneRecord",
]
