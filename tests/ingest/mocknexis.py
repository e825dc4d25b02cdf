"""Documents as Nexis Uni and LexisNexis export them."""

from mockstory import BRIEF, TOLD

LAYOUTS = {
    "Nexis Uni": f"""User Name: = Rae Quill
Date and Time: = Wednesday, June 10, 2026 10:40:00 AM EDT

Documents (2)

1. Dockers walk out over pay
  Client/Matter: -None-
  Search Terms: "port salvi" and strike
  Search Type: Terms and Connectors
  Narrowed by:
   Content Type  Narrowed by
   News  Timeline: Jun 08, 2026 to Jun 10, 2026

2. Ships wait off Salvi
  Client/Matter: -None-
  Search Terms: "port salvi" and strike

Page 1 of 2
Dockers walk out over pay

Dockers walk out over pay

The Salvi Courier
June 8, 2026 Monday
Final Edition

Copyright 2026 Salvi Newspapers Ltd. All Rights Reserved

Section: NEWS; Pg. 3
Length: 812 words
Byline: Rae Quill, Labour Correspondent
Dateline: PORT SALVI
Highlight: The union says that nothing will leave the quays until the board withdraws the cut in \
wages.

Body


{TOLD}


Graphic


A crane stands idle at the quay of Port Salvi on Monday. Photograph: Ivo Lund

Classification


Language: ENGLISH

Publication-Type: Newspaper

Subject: LABOR UNIONS (92%); STRIKES (91%); WAGES & SALARIES (90%); HARBORS & PORTS (89%); TALKS \
& MEETINGS
(78%); MAYORS (75%); NEGOTIATIONS (74%)

Industry: HARBORS & PORTS (89%); MARINE SHIPPING (75%)

Geographic: PORT SALVI (92%); KESRA (73%)

Load-Date: June 9, 2026


End of Document

Ships wait off Salvi

Kesra Ledger
June 9, 2026 Tuesday

Copyright 2026 Kesra Ledger All Rights Reserved

Section: BUSINESS; Pg. 12
Length: 16 words

Body


{BRIEF}

Classification


Subject: LABOR UNIONS (92%); STRIKES (91%); WAGES & SALARIES (90%); HARBORS & PORTS (89%); TALKS \
& MEETINGS (78%); MAYORS (75%); NEGOTIATIONS (74%); MARINE SHIPPING (70%); TRADE (70%)

Load-Date: June 9, 2026

End of Document
""",
    "LexisNexis": f"""                               1 of 2 DOCUMENTS

                               The Salvi Courier

                              June 8, 2026 Monday
                                 Final Edition

Dockers walk out over pay

BYLINE: RAE QUILL, Labour Correspondent

SECTION: NEWS; Pg. 3

LENGTH: 812 words

DATELINE: PORT SALVI

HIGHLIGHT: The union says that nothing will leave the quays until the board
withdraws the cut in wages.

{TOLD}

GRAPHIC: A crane stands idle at the quay of Port Salvi on Monday. Photograph:
Ivo Lund

SUBJECT: LABOR UNIONS (92%); STRIKES (91%); WAGES & SALARIES (90%); HARBORS &
PORTS (89%); TALKS & MEETINGS (78%); MAYORS (75%); NEGOTIATIONS (74%)

LOAD-DATE: June 9, 2026

LANGUAGE: ENGLISH

PUBLICATION-TYPE: Newspaper

                    Copyright 2026 Salvi Newspapers Ltd
                              All Rights Reserved

                               2 of 2 DOCUMENTS

                                 Kesra Ledger

                             June 9, 2026 Tuesday

Ships wait off Salvi

SECTION: BUSINESS; Pg. 12

LENGTH: 16 words

{BRIEF}

LOAD-DATE: June 9, 2026

LANGUAGE: ENGLISH

                       Copyright 2026 Kesra Ledger
""",
}
