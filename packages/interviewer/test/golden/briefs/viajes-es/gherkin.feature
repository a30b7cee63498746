# language: es
Característica: viajes-es

  @FR-3 @AC-3.1 @happy @must
  Escenario: AC-3.1 el importe figura como pagado una sola vez, y la persona ve la confirmación
    Dado hay un importe pendiente
    Cuando el pago se completa
    Entonces el importe figura como pagado una sola vez, y la persona ve la confirmación

  @FR-3 @AC-3.2 @error @must
  Escenario: AC-3.2 el importe queda pendiente, y la persona ve que no se ha pagado nada
    Dado hay un importe pendiente
    Cuando el pago se rechaza o se interrumpe
    Entonces el importe queda pendiente, y la persona ve que no se ha pagado nada

  Regla: FEAT-1 Las reservas
    FEAT-1: Las reservas (◇ suposición nuestra)

    @FR-1 @AC-1.1 @happy @must
    Escenario: AC-1.1 la persona ve que ha funcionado, y encuentra el resultado más tarde
      Dado está todo lo necesario
      Cuando se da este caso: los turistas reserven desde el móvil
      Entonces la persona ve que ha funcionado, y encuentra el resultado más tarde

    @FR-1 @AC-1.2 @error @must
    Escenario: AC-1.2 se rechaza, la persona ve qué falta, y no se guarda nada
      Dado algo de lo necesario falta o está mal
      Cuando se da este caso: los turistas reserven desde el móvil
      Entonces se rechaza, la persona ve qué falta, y no se guarda nada

    @FR-2 @AC-2.1 @happy @must
    Escenario: AC-2.1 sigue esto, y se muestra: cancelamos y devolvemos el dinero
      Dado el caso aún no se ha dado
      Cuando hay viento de más de 25 nudos
      Entonces sigue esto, y se muestra: cancelamos y devolvemos el dinero

    @FR-2 @AC-2.2 @edge @must
    Escenario: AC-2.2 no sigue nada de esto, y todo queda como estaba
      Dado un caso parecido que no cumple la condición
      Cuando se atiende
      Entonces no sigue nada de esto, y todo queda como estaba

  Regla: FEAT-2 Listas y resúmenes
    FEAT-2: Listas y resúmenes (◇ suposición nuestra)

    @FR-4 @AC-4.1 @happy @must
    Escenario: AC-4.1 muestra todas las que corresponden, y ninguna otra
      Dado entradas que corresponden y otras que no
      Cuando se abre o toca prepararla
      Entonces muestra todas las que corresponden, y ninguna otra

    @FR-4 @AC-4.2 @edge @must
    Escenario: AC-4.2 aparece y dice que no hay nada
      Dado no hay ninguna entrada que corresponda
      Cuando se abre o toca prepararla
      Entonces aparece y dice que no hay nada

    @FR-4 @AC-4.3 @edge @must
    Escenario: AC-4.3 muestra lo último que se cargó, y a qué hora
      Dado el dispositivo no tiene conexión
      Cuando se abre
      Entonces muestra lo último que se cargó, y a qué hora

    @FR-5 @AC-5.1 @happy @must
    Escenario: AC-5.1 muestra todas las que corresponden, y ninguna otra
      Dado entradas que corresponden y otras que no
      Cuando se abre o toca prepararla
      Entonces muestra todas las que corresponden, y ninguna otra

    @FR-5 @AC-5.2 @edge @must
    Escenario: AC-5.2 aparece y dice que no hay nada
      Dado no hay ninguna entrada que corresponda
      Cuando se abre o toca prepararla
      Entonces aparece y dice que no hay nada
