// Runs at CloudFront's edge before the API is asked (cloudfront-js-2.0). Whoever asks is told to the API in a header of ours, in place of
// whatever the visitor said in it.
// biome-ignore lint/correctness/noUnusedVariables: CloudFront calls it
function handler(event) {
  const request = event.request
  request.headers["x-viewer-ip"] = { value: event.viewer.ip }
  return request
}
