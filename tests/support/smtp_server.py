"""A mail server for tests: takes mail, or behaves as badly as real ones do.

    smtp_server.py --port N --dir DIR [--tls CERT KEY] [--user NAME PASSWORD]

DIR/mode says what it does with the next message, read at each command; tests write it:
    accept        takes it (also without the file)
    refuse        550 to the recipient           refuse-data   554 to the message
    greylist      451 to a recipient's first try  busy         421 to the sender
    hang          never answers the message       slow         takes it after a tenth of a second
What was taken: DIR/<number>.eml, the very bytes, and a line of JSON in DIR/taken (number, from, to, tls, user) before the client is told.
"""
import argparse, asyncio, json, os, ssl

from aiosmtpd.smtp import SMTP, AuthResult


class Handler:
    def __init__(self, folder):
        self.folder = folder
        self.number = 0
        self.tried = set()

    def mode(self):
        try:
            with open(os.path.join(self.folder, "mode")) as file:
                return file.read().strip()
        except FileNotFoundError:
            return "accept"

    async def handle_MAIL(self, server, session, envelope, address, options):
        if self.mode() == "busy":
            return "421 4.3.2 too busy"
        envelope.mail_from = address
        return "250 OK"

    async def handle_RCPT(self, server, session, envelope, address, options):
        if self.mode() == "refuse":
            return "550 5.1.1 no such mailbox here"
        if self.mode() == "greylist" and address not in self.tried:
            self.tried.add(address)
            return "451 4.7.1 greylisted, try again later"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        mode = self.mode()
        if mode == "refuse-data":
            return "554 5.6.0 not wanted"
        if mode == "hang":
            await asyncio.sleep(3600)
        if mode == "slow":
            await asyncio.sleep(0.1)
        self.number += 1
        with open(os.path.join(self.folder, f"{self.number}.eml"), "wb") as file:
            file.write(envelope.original_content)
        taken = {"number": self.number, "from": envelope.mail_from or "", "to": envelope.rcpt_tos, "tls": session.ssl is not None, "user": session.auth_data or ""}
        with open(os.path.join(self.folder, "taken"), "a") as file:
            file.write(json.dumps(taken) + "\n")
        return "250 OK"


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--port", type=int, required=True)
    parser.add_argument("--dir", required=True)
    parser.add_argument("--tls", nargs=2)
    parser.add_argument("--user", nargs=2)
    arguments = parser.parse_args()
    more = {}
    if arguments.tls:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(*arguments.tls)
        more.update(tls_context=context, require_starttls=True)
    if arguments.user:
        wanted = [part.encode() for part in arguments.user]

        def authenticate(server, session, envelope, mechanism, data):
            good = [data.login, data.password] == wanted
            return AuthResult(success=good, handled=False, auth_data=arguments.user[0] if good else None)

        more.update(authenticator=authenticate, auth_required=True)
    handler = Handler(arguments.dir)

    async def serve():
        loop = asyncio.get_running_loop()
        server = await loop.create_server(lambda: SMTP(handler, loop=loop, hostname="thu.vidu.vn", **more), "127.0.0.1", arguments.port)
        async with server:
            await server.serve_forever()

    asyncio.run(serve())


main()
