import type { Columns, Labels } from "../language.ts"

export const labels: Labels = {
  head: "first",
  exclusion: `
    fuera( (de|del) (alcance|proyecto|ámbito|juego))|fuera(?! del?)|queda(n)? fuera|exclu(ido|ida|idos|idas|siones|sión|ye|ir)|no (incluye|incluido|incluidos|entra|entran|necesitamos|queremos|hace falta|hacen falta|se incluye|forma parte|requerido|deseado|va|van|es necesario|debe|necesario|previsto|hará|hace|se hará)|sin incluir|descartad(o|os|a|as)|innecesario|^sin$|^no$|en ningún caso|ni hablar|de ninguna manera|bajo ningún concepto|por favor no|lo que no|mejor no|^nunca$|nada de|de momento no
    lo que no( (queremos|necesitamos|hace|debe|entra|va|hará|se|incluye|hay que|quiero))*|qué no( (queremos|debe|hace|entra|necesitamos))*|límites del alcance|renunciamos|^ni tocar\\p{L}*$|no toc(ar|áis|ad|amos|en)|fuera de juego|^(rechazad|anulad)[oa]s?$`,
  later: `(puede|pueden|podría|podrían) esperar|otr[oa] (año|temporada|campaña|vez|curso)|(año|curso|temporada) que viene|más adelante|más tarde|futur(o|a|os|as)|después|(segunda|próxima|tercera|siguiente) (fase|etapa|versión|parte)|fase (2|dos|ii)|versión 2|v2|posteriormente|algún día|próximos pasos|evolución|en un futuro|ampliaciones|mejoras futuras|otro momento|no (para empezar|al principio|de entrada|todavía|urgente)|(ahora|este año|todavía|aún) no|no (ahora|este año|de momento|por ahora)`,
  could: `deseable|deseables|opcional(es)?|estaría bien|sería (bueno|ideal)|extras?|si (hay|da) tiempo|si se puede|lista de deseos|nice to have|un plus|plus|bonus|puntos extra|adicional(es)?`,
  question: `dudas?|pendientes?|por (aclarar|definir|decidir|ver|resolver)|(puntos|cuestiones|temas|preguntas) (abiert(o|a)s|pendientes)|sin (decidir|definir|resolver)|preguntas?|abierto|interrogantes|a aclarar|(aún |todavía )?no (lo )?sabemos( aún| todavía)?|sin aclarar|no está claro|lo que (aún |todavía )?no (sabemos|sé)( aún| todavía)?`,
  should: `debería(n)?|importante(s)?|recomendable|convenientes?`,
  must: `imprescindibles?|obligatori(o|a|os|as)|debe(n)?|esencial(es)?|necesari(o|a|os|as)|prioritari(o|a|os|as)|mínimos?|indispensables?`,
  role: `(quién(es)?|quiénes)( (lo|usa|usará|usan|es|son|hace|puede|va|ve|qué|los|usarán|pueden|quién))*|usuarios?|roles?|perfiles|permisos|personas|actores|equipo|personal|tipos de usuario|accesos|derechos|participantes|interesados|destinatarios|quién puede qué|qué puede cada (uno|cual)`,
  deadline: `presupuesto|plazos?|fechas?|dinero|coste?s?|precio|calendario|cronograma|cuándo|entrega|lanzamiento|financiación|tecnología|técnic(o|a|os|as)|restricciones|condicionantes|limitaciones|puesta en marcha|hitos|inicio|para cuándo`,
  rule: `reglas?|normas?|políticas?|condiciones|límites|reglamento|normativa( interna)?|restricciones de uso`,
  accessibility: `accesibilidad`,
  connection: `sin conexión|conexión|conectividad|cobertura`,
  devices: `dispositivos?|equipos|aparatos|hardware`,
  languages: `idiomas?|lenguas?`,
  look: `aspecto|diseño|imagen|colores|estética|apariencia|estilo|marca`,
  privacy: `privacidad|protección de datos|rgpd|confidencialidad|datos personales|lopd`,
  security: `seguridad`,
  speed: `velocidad|rendimiento|rapidez`,
  quality: `calidad|requisitos? no funcional(es)?|no funcional(es)?|usabilidad|fiabilidad|disponibilidad|estándares`,
  entity: `datos|información|registros?|campos|fichas?|qué (guardamos|se guarda|guardar)|detalles|archivo|contenido|entidades|historial|conservación`,
  integration: `integraciones?|interfaces?|conexiones|otros (sistemas|programas)|sistemas|apis?|conexión con|programas|enlaces con|importación|exportación`,
  requirement: `
    requisitos?|requisitos? funcional(es)?|funcional(es|idades|idad)?|funciones|necesidades|qué (debe|tiene que|ha de|queremos|necesitamos|hace|hará|pedimos)( hacer)?|lo que (debe|queremos|necesitamos|tiene que|pedimos|hace falta|hay que|necesito|quiero)|características|tareas|alcance|historias( de usuario)?|misión|peticiones|módulos|deseos|debe (poder|hacer|permitir)|prestaciones|expectativas|casos de uso|pedimos|queremos|necesitamos|se necesita|hace falta|tendrás que|tus tareas|la app|cosas que|(qué |lo que )?buscamos|se busca|(lo que |qué )?(nos|me) gustaría|(lo que )?(querríamos|quisiéramos|deseamos)|lo que (sí )?(queremos|pedimos)|lo que (vas|va|vamos) a (construir|hacer|montar|programar)`,
  journey: `flujo|proceso|procesos|pasos|recorrido|procedimiento|cómo funciona|escenarios?|día típico|funcionamiento`,
  goal: `mejor(ar|as?|ías?)|(qué|lo que) debería mejorar|objetivos?|metas?|finalidad|propósito|por qué|para qué|visión|motivación|beneficios`,
  context: `contexto|antecedentes|situación( actual)?|hoy|actualmente|actualidad|ahora|cómo (trabajamos|funciona|se hace) (hoy|ahora)|sobre nosotros|quiénes somos|introducción|problemas?|presentación|estado actual|dificultades|qué pasa|cifras|números|datos generales|nuestra (empresa|asociación|escuela)|realidad|a qué (se dedica|se dedican|nos dedicamos|os dedicáis)|cómo trabaja(n|is)?`,
  measure: `éxito|criterios de éxito|indicadores|métricas|medición|cómo (sabremos|lo mediremos)|resultados`,
  risk: `riesgos?|peligros|temores|preocupaciones`,
  decision: `decisi(ón|ones)|acuerdos?|acordado|decidido|resoluciones`,
  assumption: `supuestos?|suposiciones|hipótesis`,
  term: `glosario|términos|definiciones|vocabulario|palabras`,
  summary: `resumen|en resumen|en breve|idea|proyecto|visión general|descripción( general)?`,
  none: `notas?|otr(o|a|os|as)( (cosas|asuntos|temas|puntos))?|varios|general(es)?|asistentes|orden del día|observaciones|comentarios|además|información adicional|acta|respuesta|más cosas|pregunta`,
}

export const columns: Columns = {
  reference: `n|nº|núm|núm\\.|número|id|ref|ref\\.|código|#`,
  text: `(qué|lo que) (hacen?|necesitan?|quieren?|puede(n)?|debe(n)?)( hacer)?|requisitos?|descripción|texto|qué|función|necesidad|petición|historia|detalle|funcionalidad|tarea|concepto|título`,
  priority: `prioridad|prio|importancia|peso|estado|obligatorio|clase|urgencia`,
  actor: `puesto|cargo|quién lo hace|oficio|actor|quién|rol|usuario|usuarios|persona|responsable|perfil|para quién|grupo`,
}
