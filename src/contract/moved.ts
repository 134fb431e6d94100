import * as v from 'valibot'

/** `localhost` alone may do without TLS: browsers allow working offline and cryptography there. */
const ADDRESS =
  /^(?:https:\/\/[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?|http:\/\/localhost)(?::\d{1,5})?\/(?:[A-Za-z0-9_~-][A-Za-z0-9._~-]*\/)*$/

/** Where a Waymark is served: an address with a slash at its end, and nothing secret in it. */
export const ServiceAddressSchema = v.pipe(
  v.string(),
  v.maxLength(500),
  v.regex(
    ADDRESS,
    'must be an address such as https://skills.example.gov.uk/: https (or http://localhost), and nothing but a path after the name',
  ),
)

/** `GET /api/v1/moved`, where the service has moved. */
export const MovedSchema = v.strictObject({ v: v.literal(1), to: ServiceAddressSchema })
