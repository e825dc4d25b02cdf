"""Documents as news databases export them: one article in each of their layouts."""

TOLD = """The harbour board of Port Salvi cut the wages of 400 dockers by twelve percent on \
Monday, a day after talks with the union had ended without result.

Union leader Ana Duarte said that nothing would leave the quays until the cut is withdrawn. "We \
have been patient for a year," she told members in the old fish market.

The board says that the port loses three million crowns a day. Two ships have been sent to Kesra, \
where cranes stand idle for want of trade, according to the port's own figures.

Talks are to begin on Thursday in the town hall, with the mayor as chair."""
BRIEF = "Two ships waited off Port Salvi on Tuesday as the strike of the dockers went on."
PARAGRAPHS = TOLD.split("\n\n")
LEAD, REST = "\n\n".join(PARAGRAPHS[:2]), "\n\n".join(PARAGRAPHS[2:])
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
    "PressReader": f"""Dockers walk out over pay
The Salvi Courier
8 Jun 2026
By Rae Quill

{TOLD}

Article Name:Dockers walk out over pay
Publication:The Salvi Courier
Author:By Rae Quill
Start Page:3
End Page:3
""",
    "PressReader, a page": f"""PressReader - The Salvi Courier: 2026-06-08 - Dockers walk out \
over pay

Dockers walk out over pay

The Salvi Courier · 8 Jun 2026 · 3 · Rae Quill

{TOLD}

en-sa

© PressReader. All rights reserved.
""",
    "Europresse": f"""The Salvi Courier
Source name  The Salvi Courier
Source type  Press • Newspapers
Periodicity  Daily
Geographical coverage  National
Origin  Port Salvi, Salvi

Monday, June 8, 2026
The Salvi Courier • News • p. 3 • 812 words

Dockers walk out over pay

Rae Quill

{TOLD}

© 2026 Salvi Newspapers Ltd. All rights reserved.
The present document and its usage are protected under international copyright laws and conventions.
news·20260608·SC·0003

Certificate issued on June 10, 2026 to University-of-Kesra for personal and temporary display.

Kesra Ledger
Source name  Kesra Ledger
Source type  Press • Newspapers
Periodicity  Daily

Tuesday, June 9, 2026
Kesra Ledger • Business • p. 12 • 16 words

Ships wait off Salvi

{BRIEF}

© 2026 Kesra Ledger. All rights reserved.
news·20260609·KL·0012

Certificate issued on June 10, 2026 to University-of-Kesra for personal and temporary display.
""",
    "Europresse, in French": f"""Nom de la source
The Salvi Courier
Type de source
Presse • Journaux
Périodicité
Quotidien
Couverture géographique
Nationale
Provenance
Port Salvi, Salvi

lundi 8 juin 2026
The Salvi Courier • p. 3 • 812 mots

Dockers walk out over pay

Rae Quill

{TOLD}

© 2026 Salvi Newspapers Ltd. Tous droits réservés.
Le présent document et son usage sont protégés par les lois et conventions internationales sur le \
droit d'auteur.
news·20260608·SC·0003

Certificat émis le 10 juin 2026 à Université-de-Kesra à des fins de visualisation personnelle et \
temporaire.
""",
}
