# language: de
Funktionalität: Aufmaß auf der Baustelle

  # FR-1 Wenn ein Maß eingetragen wird, muss das System es in Millimetern anzeigen.
  # Wie würden Sie prüfen, dass FR-1 funktioniert?

  # ◇ unsere Vermutung
  @FR-1 @AC-1.1 @happy @must @inferred
  Szenario: AC-1.1 steht dort 1200 mm
    Angenommen ein Fenster ohne Maße
    Wenn 1,2 m eingetragen wird
    Dann steht dort 1200 mm

  # ◇ unsere Vermutung
  @FR-1 @AC-1.2 @error @must @inferred
  Szenario: AC-1.2 wird es abgelehnt
    Angenommen ein Fenster ohne Maße
    Wenn „breit“ eingetragen wird
    Dann wird es abgelehnt

  # FR-2 Falls kein Netz da ist, muss das System die Maße behalten. (◇ unsere Vermutung)
  # Wie würden Sie prüfen, dass FR-2 funktioniert?

  # FR-3 Ohne Netz geht es auch

  @FR-3 @AC-3.1 @happy
  Szenario: AC-3.1 Im Keller messen, oben steht alles im Büro.
    Dann Im Keller messen, oben steht alles im Büro.
