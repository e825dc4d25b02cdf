"""Documents as PressReader and Europresse export them."""

from mockstory import BRIEF, TOLD

LAYOUTS = {
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
