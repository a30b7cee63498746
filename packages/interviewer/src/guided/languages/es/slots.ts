import type { EarsWords, Slots } from "../language.ts"

export const slots: Slots = {
  numbers: `cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete dieciocho diecinueve veinte`,
  date: `
    (\\d{1,2} de )?(enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|setiembre|octubre|noviembre|diciembre)( de(l)? \\d{4})?|20\\d\\d|\\d{1,2}/\\d{1,2}(/\\d{2,4})?|semana santa|pascua|navidad(es)?|(?<=(para|antes de|hasta|por) )reyes|nochevieja|año nuevo|carnaval(es)?|todos los santos|san (juan|jos[eé]|isidro|fermín|miguel)|ramadán|(para|antes de|en|hasta|este|el próximo|la próxima|el) (el |la |los |las )?(próxim[oa] )?(primavera|verano|otoño|invierno|temporada|curso|año que viene|vuelta al cole|fiestas|vendimia|cosecha|trimestre|inauguración|festival|feria|apertura|vacaciones|campaña)|(finales|principios|mediados|fin) de (año|mes|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre|curso|temporada)|(en|dentro de) # (semanas|meses)|cuanto antes|lo antes posible|(la semana|el mes|el año) que viene|semana santa`,
  money: `(€|eur|usd|\\$) ?#|# ?(mil )?(euros?|eur|dólares|pesos|céntimos|soles)|# ?€|# mil`,
  duration: `# (años?|meses|mes|semanas?|días?|horas?|minutos?|segundos?|min)`,
  none: `no (hay|tenemos) (dinero|presupuesto)|nada|ningún dinero`,
  leads: `luego|después|también|siempre|además|entonces|normalmente|a veces|por la mañana|por la tarde|solo|pues|claro|sobre todo|quizás?|a veces|principalmente`,
  and: `y|e|así como|más|&`,
  joins: `y|pero|porque|así que|entonces|luego|además|aunque|que|pues|también|es que`,
  drops: `y|e|pero|así que|también`,
  cuts: `pero|porque`,
  because: `porque|ya que|que`,
  begins: `(?:por favor,? )?nada de|tampoco|no|nada|quien|quienes|antes|entre|mi|lo que|cada|ningún|ninguna|nosotros|yo|ellos|ellas|él|ella|nadie|no|ni|hay|si|cuando|cada vez|solo|hoy|ahora|el año|lo que|que|queremos|necesitamos|tiene|tienen|puede|pueden|debe|se|(?:estaría|sería) bien|(?:el|la|los|las) _ (?:cuesta|vale|viene)`,
  starts: `nada de|(?:quiero|queremos|necesito|necesitamos|tengo|tenemos|hay que|habría que|estaría bien|no sé|no quiero|no queremos)|(?:bueno|vale|ah|eh|oye|espera|perdón|además|también|luego|más adelante|de momento)|la semana pasada|el (?:año|mes|verano) pasado|nadie|eso (?:no|lo|ya)|lo que (?:quiero|queremos)`,
  ordinals: `primera segunda tercera cuarta quinta sexta séptima`,
  stop: `para|como|pero|sino|este|esta|esto|desde|hasta|entre|cada|cuando|porque|donde|debe|deben|puede|pueden|tiene|tienen|también|solo|más|menos|unos|unas|dije|puse|escribí|decía|perdón|corrijo|realidad|están|está|todos|todas|ningún|ninguna|sobre|nuestr\\p{L}+|antes|después|haber|hemos|pensado|mejor`,
  which: (one, other) => `¿Cuál de las dos vale: «${one}» o «${other}»?`,
}

export const ears: EarsWords = {
  while: `mientras`,
  when: `cuando|en cuanto|siempre que|cada vez que`,
  if: `si|en caso de que`,
  then: `entonces`,
  must: `debe|deben|deberá|deberán|debería|deberían|tiene que|tienen que|ha de|han de`,
  can: `puede|pueden|podrá|podrán`,
  wish: `(?:yo )?(?:quiero|necesito|me gustaría|deseo|quisiera|puedo|debo|tengo que)(?: poder)?(?= \\p{L}+(?:ar|er|ir)(?:me|se|lo|la|los|las)?(?!\\p{L}))`,
  soThat: `para que|para|porque|de modo que`,
  turned: `(?:el|la|los|las)`,
  able: (what) => `poder ${what}`,
}
