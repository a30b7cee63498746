import type { Heard } from "../../ask/heard.ts"

export const heard: Heard = {
  around: `no|sí|bueno|pues|vale|ok|y|ya|pero|entonces|creo que|creo|gracias|muchas gracias|por favor|de verdad|(por|de) (mi|nuestra) parte|por (ahora|hoy|el momento|mí)|de momento|(como )?(ya )?(le |te |se lo |lo )?(dije|decía|he dicho)( ya)?( que)?|digo que`,
  ends: `
    (eso|esto|con eso|con esto) (es|sería|era|fue|ya es) (ya )?(todo|bastante|suficiente)( (lo que (tengo|tenemos|sé|sabemos|necesito|necesitamos|quería (decir|contar)|puedo (decir|contar))|cuanto (tengo|tenemos)))?|es todo( (lo que (tengo|tenemos|sé|sabemos|necesito|necesitamos)|cuanto (tengo|tenemos)))?
    nada más( que (decir|añadir|contar))?|no (tengo|tenemos|hay|se me ocurre) (nada )?más( que (decir|añadir|contar))?|ya está( todo)?|(he|hemos) (terminado|acabado)|(ya )?basta|con eso basta|no más preguntas|(lo )?dejamos (aquí|ahí)|terminamos( aquí)?|dejemos(lo)? aquí`,
  told: `
    (eso |esto )?(ya )?(se |te |le |les )?(lo |la )?(he|hemos|había|habíamos) (ya )?(dicho|contado|escrito|explicado|contestado|respondido|descrito|mencionado)( (ya|eso|antes|arriba|al principio|en (mi|el) (correo|mensaje)))*
    (eso |esto )?(como )?(ya )?(se |te |le |les )?(lo |la )?(dije|decía|escribí|conté|expliqué|mencioné|describí|contesté|respondí|dijimos)( (ya|eso|antes|arriba|al principio|en (mi|el) (correo|mensaje)))*|como (ya )?(he|hemos) (dicho|contado|escrito|explicado|mencionado)
    (eso |esto )?(ya )?está (ya )?(arriba|en (mi|el) (correo|mensaje))|(mire|vea|lea|véalo|léalo) (ahí|arriba|allí)|ya me lo (ha )?(preguntado|preguntó)`,
  both: `(las|los) dos|amb[oa]s|nada que ver|lo mismo|no se contradicen|no (es|hay|son) (una |ninguna )?(contradicción|contradictori[oa]s?)|(cosas|asuntos) (distint[oa]s|diferentes)|dos cosas|(van|encajan) (bien )?juntas`,
  unsorted: `(sin|no|por) (clasificar|clasificad[oa]s?|ordenar)`,
  request: `pregún\\p{L}*|pregunt\\p{L}*|muéstr\\p{L}*|por favor|cuáles`,
  trial: `^(yo|nosotros|\\p{L}+(o|amos|emos|imos))|entonces|veo|vemos|me (sale|llega|aparece)`,
  soon: `(terminamos|acabamos|hemos (terminado|acabado))( (ya|pronto))?|(cuántas|muchas) preguntas|cuánto (falta|queda|tarda|va a durar)|(falta|queda) mucho`,
  asks: `((y|pero|también|oiga|ah|entonces),? )*(será|sería|es|son|está|están|puede|pueden|podría|podrían|va a|van a|hay|habrá|tiene|tienen|hace|se puede|se podrá|se podría|debe|cuánto|cuánta|cuántos|cuántas|cuándo|cómo|qué|quién|dónde|cuál|cuáles|por qué|funciona|funcionará|costará|cuesta|sirve)`,
  aside: `que ver|(puede|pueden|podría|podrían) (usted |ustedes )?(hacer|crear|desarrollar|construir|ayudar)(nos|me)|(quiere|necesita) usted`,
  sorting: {
    drop: `(se )?(pueden?|puede usted|puedes) (quitar|borrar|tirar|olvidar|ignorar|omitir|descartar|eliminar|sobrar)\\p{L}*|(quit|borr|descart|ignor|omit|olvíd|elimín|elimin)\\p{L}+|(solo |pura |mera |simple )?(charla|cortesía|cháchara|saludos?|palabrería|educación|relleno|amabilidad(es)?)|(no|sin|ninguna) (importan?|tienen? (ninguna )?importancia|importancia|son importantes|es importante|cuentan?|vienen? al caso|hacen? falta|son necesari[oa]s)|sobran?|da igual|dan igual|irrelevantes?`,
    state: `(me |le |te |os )?((solo|sólo|solamente) )?(dicen?|cuentan?|explican?|describen?|muestran?) ((solo|sólo|solamente) )?(cómo|como) (son|están|va|van|es|funciona) (las cosas|todo|esto|hoy|ahora|la cosa)|(cómo|como) (son|están|van) las cosas|contexto|antecedentes|trasfondo|situación( actual)?|información`,
    want: `(deben?|debería|deberían|tienen? que) (hacer(se|lo)?|construirse|estar)|(cosas|lo) que (debe|tiene que) hacer|requisitos?|deseos?|hay que hacer(las|los|la|lo)?|queremos|necesitamos|(algo|lo) que (debe|tiene que|hay que)( poder)? ?(hacer)?`,
    rule: `reglas?|normas?|condici(ón|ones)|límites?`,
    not: `no|nunca`,
    all: `tod[oa]s?`,
    none: `ningun[oa]`,
    rest: `(el |lo )?(resto|demás)|(las|los) (demás|otr[oa]s)`,
    but: `menos|excepto|salvo|sin`,
    first: `primer[oa]s`,
    last: `últim[oa]s?`,
    small: `y|o|e|la|las|el|los|lo|de|del|ellas|ellos|esas|esos|esa|ese|eso|es|son|era|eran|solo|sólo|solamente|números?|nº|frases?|líneas?|puntos?|creo|diría|que|quizá|quizás|más|menos|por|favor|también|así|me|le|te|se|usted|puede|pueden|una|para|como|yo|ya`,
  },
  topics: {
    budget: `presupuesto|(como máximo|en total|unos|alrededor de|hasta)…(€|euros)…(en total|costar|gastar)|(costar|gastar)…(€|euros)`,
    connection: `sin conexión|internet|cobertura|wi-?fi|sin red|señal`,
    migration: `traslad\\p{L}+|importar\\p{L}*|(hay que|debe|deben|queremos) pasar…(datos|lista|fichas|registros)|(llevar|traer|pasar)se (los|las)`,
    approval: `aprob\\p{L}+|aprueb\\p{L}+|autoriz\\p{L}+|visto bueno|decid\\p{L}+|solo _( y _)? (puede|pueden|cambia|cambian|borra)|dar el sí|firmar?`,
    payment: `(pag\\p{L}+|cobr\\p{L}+)…(tarjeta|efectivo|metálico|factura|transferencia|bizum|domiciliación)|(tarjeta|efectivo|metálico|factura|transferencia|bizum)…(pag\\p{L}+|cobr\\p{L}+)`,
    data: `(nombre|teléfono|fecha|hora|dirección|correo|talla|número),…(nombre|teléfono|fecha|hora|dirección|correo|talla|número|qué)`,
  },
}
