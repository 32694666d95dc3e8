package json

import "bytes"

// htmlEscapes are what encoding/json makes of the three characters that HTML
// gives a meaning to. It can be told not to, but blocks write themselves and
// cannot be told.
var htmlEscapes = map[string]byte{`\u003c`: '<', `\u003e`: '>', `\u0026`: '&'}

// asWritten puts those characters back. Outside of texts JSON has no backslash,
// and inside of one each begins an escape: two bytes long, or six.
func asWritten(body []byte) []byte {
	var out bytes.Buffer
	for {
		at := bytes.IndexByte(body, '\\')
		if at < 0 {
			out.Write(body)
			return out.Bytes()
		}
		out.Write(body[:at])
		body = body[at:]
		if len(body) >= 6 {
			if char, ok := htmlEscapes[string(body[:6])]; ok {
				out.WriteByte(char)
				body = body[6:]
				continue
			}
		}
		length := min(2, len(body))
		out.Write(body[:length])
		body = body[length:]
	}
}
