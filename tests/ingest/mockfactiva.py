"""Documents as Factiva exports them, without and with codes."""

from mockstory import BRIEF, LEAD, REST, TOLD

LAYOUTS = {
    "Factiva": f"""News
Dockers walk out over pay

By Rae Quill
812 words
8 June 2026
06:10
The Salvi Courier
SALVIC
First
3
English
Copyright 2026 Salvi Newspapers Ltd. All rights reserved.

{TOLD}

Salvi Newspapers Ltd

Document SALVIC0020260608em680001x

Ships wait off Salvi

16 words
9 June 2026
Kesra Ledger
KESLED
English
(c) 2026 Kesra Ledger

{BRIEF}

Document KESLED0020260609em690002a

Search Summary
Text
dockers and strike
""",
    "Factiva, with codes": f"""SE          News
HD          Dockers walk out
            over pay
BY          By Rae Quill
WC          812 words
PD          8 June 2026
ET          06:10
SN          The Salvi Courier
SC          SALVIC
ED          First
PG          3
LA          English
CY          Copyright 2026 Salvi Newspapers Ltd. All rights reserved.

LP
{LEAD}

TD
{REST}

CO          salvhb : Salvi Harbour Board
IN          i74 : Transport/Shipping | i763 : Supporting Transport Services | itsp : Transportation
NS          gstrik : Labor Strikes/Industrial Action | c42 : Labor/Personnel Issues | ccat : \
Corporate/Industrial News | gcat : Political/General News
RE          salvi : Salvi | eurz : Europe
PUB         Salvi Newspapers Ltd
AN          Document SALVIC0020260608em680001x

HD          Ships wait off Salvi
WC          16 words
PD          9 June 2026
SN          Kesra Ledger
SC          KESLED
LA          English
CY          (c) 2026 Kesra Ledger

LP          {BRIEF}

NS          gstrik : Labor Strikes/Industrial Action | c42 : Labor/Personnel Issues | ccat : \
Corporate/Industrial News | gcat : Political/General News
AN          Document KESLED0020260609em690002a

Search Summary
Text    dockers and strike
Date    In the last 3 months
""",
}
