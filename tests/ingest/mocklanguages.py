"""Page layouts around articles in English whose labels are in other languages."""

from mockrows import Page


def german(page: Page) -> None:
    """German furniture around an English article."""
    page.add(
        "clutter",
        "Zum Inhalt springen",
        "Startseite",
        "Politik",
        "Wirtschaft",
        "Feuilleton",
        "Anmelden",
        "Sie lesen die englische Fassung dieses Artikels.",
    )
    page.head(by="Von {}", when="{}. {} 2026, 14:05 Uhr")
    page.add("clutter", "Artikel merken", "Drucken", "Teilen", "Lesezeit: 4 Min.")
    page.body(
        5,
        8,
        lambda p: p.add(
            "clutter",
            p.pick(("Anzeige", "Mehr zum Thema", "Lesen Sie auch: Warum die Bahn zu spät kommt")),
        ),
    )
    page.add(
        "clutter",
        "Zur Startseite",
        "Meistgelesen",
        "Das Wetter am Wochenende bleibt wechselhaft",
        "Warum immer mehr Menschen aufs Land ziehen",
        "Alle Rechte vorbehalten",
        "Impressum · Datenschutz · AGB",
        "Mit unserem Newsletter erhalten Sie jeden Morgen die wichtigsten Nachrichten des Tages.",
    )


def french(page: Page) -> None:
    """French and Spanish furniture around an English article."""
    page.add(
        "clutter", "Aller au contenu", "Se connecter", "S'abonner", "À la une", "Monde", "Économie"
    )
    page.head(when="Publié le {} {} 2026 à 09h12")
    page.add("clutter", "Partager", "Lecture 3 min.")
    page.body(
        5,
        8,
        lambda p: p.add(
            "clutter",
            p.pick(
                (
                    "La suite après cette publicité",
                    "Lire aussi : Les prix de l'immobilier reculent encore",
                )
            ),
        ),
    )
    page.add(
        "clutter",
        "Les plus lus",
        "La tempête approche des côtes de l'ouest",
        "Un incendie ravage un entrepôt",
        (
            "Newsletter : recevez chaque soir l'essentiel de l'actualité, gratuitement dans "
            "votre boîte mail."
        ),
        "Mentions légales",
        "Gestion des cookies",
        "© Le Courrier du Soir 2026",
    )


def russian(page: Page) -> None:
    """Russian and Polish furniture around an English article."""
    page.add("clutter", "Главная", "Новости", "Политика", "Подписаться", "РУС | ENG")
    page.head(when="{} {} 2026, 10:31")
    page.add("clutter", "Фото: пресс-служба", "Поделиться в Telegram")
    page.body(
        4,
        7,
        lambda p: p.add(
            "clutter",
            p.pick(
                (
                    "Читайте также: Пожар на складе потушен",
                    "Czytaj także: Ceny mieszkań znów spadają",
                    "РЕКЛАМА",
                )
            ),
        ),
    )
    page.add(
        "clutter",
        "Если вы нашли ошибку, выделите её и нажмите Ctrl+Enter",
        "Популярное",
        "Wszystkie prawa zastrzeżone",
        "Zapisz się na nasz newsletter, żeby nie przegapić najważniejszych wiadomości",
        "Polityka prywatności",
    )
