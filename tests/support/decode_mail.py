"""Reads mails as another program does (Python's email, dkimpy) and prints a JSON list.

    decode_mail.py [--dkim BASE64-OF-THE-PUBLIC-KEY] FILE…
"""
import email, email.policy, json, re, sys


def decoded(path, key):
    with open(path, "rb") as file:
        raw = file.read()
    message = email.message_from_bytes(raw, policy=email.policy.default)
    one = {name: str(message[header] or "") for name, header in {"subject": "subject", "from": "from", "to": "to", "replyTo": "reply-to", "date": "date", "messageId": "message-id"}.items()}
    one["fromName"] = message["from"].addresses[0].display_name
    one["fromAddress"] = message["from"].addresses[0].addr_spec
    one["toName"] = message["to"].addresses[0].display_name
    one["toAddress"] = message["to"].addresses[0].addr_spec
    one["headers"] = {name.lower(): str(value) for name, value in message.items()}
    one["type"] = message.get_content_type()
    for part in message.walk():
        if part.get_content_type() in ("text/plain", "text/html"):
            one[part.get_content_subtype()] = part.get_content()
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
