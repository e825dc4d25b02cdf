"""Documents as ProQuest exports them, before and now."""

from mockstory import BRIEF, TOLD

LAYOUTS = {
    "ProQuest": f"""____________________________________________________________

Report Information from ProQuest
June 10 2026 10:12
____________________________________________________________

Table of contents

1. Dockers walk out over pay
2. Ships wait off Salvi
____________________________________________________________

Document 1 of 2

Dockers walk out over pay

Author: Quill, Rae

Publication info: The Salvi Courier ; Port Salvi [Port Salvi]. 08 June 2026: 3.

https://search.example/docview/1234567890?accountid=1

Abstract: The union says that nothing will leave the quays until the board withdraws the cut in \
wages.

Links: http://resolver.example.org/?sid=1

Full text: {TOLD}

Credit: Rae Quill

Illustration

Caption: A crane stands idle at the quay of Port Salvi.

Subject: Labor strikes; Wages & salaries; Harbors & ports; Labor unions

Location: Port Salvi

Title: Dockers walk out over pay

Publication title: The Salvi Courier; Port Salvi

Publication date: Jun 8, 2026

Section: News

Source type: Newspapers

Language of publication: English

Document type: News

ProQuest document ID: 1234567890

Copyright: (Copyright , Salvi Newspapers Ltd, 2026)

Last updated: 2026-06-09

Database: Salvi Newsstand

____________________________________________________________

Document 2 of 2

Ships wait off Salvi

Publication info: Kesra Ledger ; Kesra [Kesra]. 09 June 2026: 12.

Full text:
{BRIEF}

Subject: Labor strikes; Wages & salaries; Harbors & ports

Title: Ships wait off Salvi

Publication title: Kesra Ledger; Kesra

Publication date: Jun 9, 2026

ProQuest document ID: 1234567891

Last updated: 2026-06-10

____________________________________________________________

Contact ProQuest

Copyright (c) 2026 ProQuest LLC. All rights reserved. - Terms and Conditions
""",
    "ProQuest, new": f"""Document 1 of 1

Dockers walk out over pay

Quill, Rae.
The Salvi Courier; Port Salvi [Port Salvi]. 08 June 2026: 3.

ProQuest document link

ABSTRACT (ENGLISH)

The union says that nothing will leave the quays until the board withdraws the cut in wages.

FULL TEXT

{TOLD}

DETAILS

Subject:
Labor strikes; Wages & salaries; Harbors & ports; Labor unions

Location:
Port Salvi

Publication title:
The Salvi Courier; Port Salvi

Publication date:
Jun 8, 2026

ProQuest document ID:
1234567890

Document URL:
https://search.example/docview/1234567890

Last updated:
2026-06-09

Database:
Salvi Newsstand

LINKS

Linking Service

Database copyright (c) 2026 ProQuest LLC. All rights reserved.
Terms and Conditions
""",
}
