# language: de
Funktionalität: Aufmaß auf der Baustelle

  @FR-1 @AC-1.1 @happy @must
  Szenario: AC-1.1 steht dort 1200 mm
    Angenommen ein Fenster ohne Maße
    Wenn 1,2 m eingetragen wird
    Dann steht dort 1200 mm

  @FR-1 @AC-1.2 @error @must
  Szenario: AC-1.2 wird es abgelehnt
    Angenommen ein Fenster ohne Maße
    Wenn „breit“ eingetragen wird
    Dann wird es abgelehnt

  # FR-2 Falls kein Netz da ist, muss das System die Maße behalten. (◇ unsere Vermutung)
