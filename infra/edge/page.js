// Runs at CloudFront's edge before the page's bucket is asked (cloudfront-js-2.0). It knows the page's addresses, so that a wrong one gets
// the page for that and a 404 without the distribution turning the API's own 404s into HTML. The constants are written in by infra/cdn.ts.
const FILES = __FILES__
const MISSING = __MISSING__
const HEADERS = __HEADERS__

const PAGES = ["/", "/link", "/status", "/operator"]
/** The address in a mail as some programs hand it on: with a slash, or with its # written as a sign of the path. */
const BENT_LINK = /^\/link(?:\/|\/?%23(token=[\w-]+))$/
const SESSION = /^\/s\/ses_[0-9A-HJKMNP-TV-Za-hjkmnp-tv-z]{26}$/

// biome-ignore lint/correctness/noUnusedVariables: CloudFront calls it
function handler(event) {
  const request = event.request
  if (PAGES.includes(request.uri) || SESSION.test(request.uri)) {
    request.uri = "/index.html"
    return request
  }
  const bent = BENT_LINK.exec(request.uri)
  if (bent)
    return {
      statusCode: 302,
      statusDescription: "Found",
      headers: Object.assign({ location: { value: bent[1] ? `/link#${bent[1]}` : "/link" } }, HEADERS),
    }
  if (request.uri.startsWith("/assets/") || FILES.includes(request.uri)) return request
  return {
    statusCode: 404,
    statusDescription: "Not Found",
    headers: HEADERS,
    body: { encoding: "text", data: MISSING },
  }
}
