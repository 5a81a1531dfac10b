"""Reads mails as another program does (Python's email, dkimpy) and prints a JSON list.

    decode_mail.py [--dkim BASE64-OF-THE-PUBLIC-KEY] FILE…
"""
import email, email.policy, email.utils, json, re, sys
from email.header import decode_header, make_header


# A display name by the older of Python's two readers: the newer one keeps the spaces between the encoded words of a phrase (RFC 2047, 6.2 has none).
def name_in(field):
    return str(make_header(decode_header(email.utils.parseaddr(re.sub(r"\r?\n", "", field))[0])))


def decoded(path, key):
    with open(path, "rb") as file:
        raw = file.read()
    message = email.message_from_bytes(raw, policy=email.policy.default)
    plain = email.message_from_bytes(raw, policy=email.policy.compat32)
    one = {name: str(message[header] or "") for name, header in {"subject": "subject", "from": "from", "to": "to", "replyTo": "reply-to", "date": "date", "messageId": "message-id"}.items()}
    one["fromName"] = name_in(plain["from"])
    one["fromAddress"] = message["from"].addresses[0].addr_spec
    one["toName"] = name_in(plain["to"])
    one["toAddress"] = message["to"].addresses[0].addr_spec
    one["headers"] = {name.lower(): str(value) for name, value in message.items()}
    one["type"] = message.get_content_type()
    for part in message.walk():
        if part.get_content_type() in ("text/plain", "text/html"):
            one[part.get_content_subtype()] = part.get_content().replace("\r\n", "\n")
    one["defects"] = [type(defect).__name__ for part in message.walk() for defect in part.defects]
    lines = re.split(rb"\r?\n", raw)
    one["longestLine"] = max(len(line) for line in lines)
    one["isAscii"] = raw.isascii()
    # The headers as they were written: B-encoding is what other readers stumble over.
    one["encodings"] = sorted(set(found.decode().upper() for found in re.findall(rb"=\?utf-8\?([bq])\?", raw.split(b"\n\n")[0].split(b"\r\n\r\n")[0], re.I)))
    if key:
        import dkim

        one["dkim"] = dkim.verify(re.sub(rb"\r?\n", b"\r\n", raw), dnsfunc=lambda name, timeout=5: b"v=DKIM1; k=rsa; p=" + key.encode())
    return one


def main(arguments):
    key = ""
    if arguments[:1] == ["--dkim"]:
        key, arguments = arguments[1], arguments[2:]
    json.dump([decoded(path, key) for path in arguments], sys.stdout)


main(sys.argv[1:])
