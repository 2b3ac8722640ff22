"""News agencies: their credits stay in the text, and they are not the outlet that carries their copy."""

from __future__ import annotations

import re

AGENCY = re.compile(
    r"\b(?:Associated Press|Reuters|Agence France[- ]?Presse|AFP|AP|UPI|United Press International|dpa|"
    r"Xinhua|Bloomberg|Press Association|PA Media|Press Trust of India|PTI|IANS|ANI|TASS|Interfax|"
    r"RIA Novosti|EFE|ANSA|"
    r"APA|ANP|Belga|Kyodo|Jiji|Yonhap|Anadolu(?: Agency)?|IRNA|MENA|Bernama|Antara|CNS|CNA|AAP|CP|Agencies|"
    r"Australian Associated Press|Canadian Press|NTB|TT|Ritzau|STT|Lusa|Tanjug|MTI|Ukrinform|Belta)\b"
)


def names_agency(text: str) -> bool:
    """Whether a line credits a news agency."""
    return bool(AGENCY.search(text))
